import type { Blurb } from '../../../contract/published';
import { lengthIn } from '../../text/channel-length';
import { escapeHtml, isMarkup } from '../blurbs';
import { LIMITS } from '../blurbs/channels';
import type { Evidence, Fault } from './evidence';
import { verifyComposition } from './statements';

/** A blurb keeps its channel's limit, counted again, and is composed of what is known. */
export function verifyBlurb(part: string, blurb: Blurb, evidence: Evidence): readonly Fault[] {
  const { channel, text, composition, edited } = blurb;
  const { limit, unit } = LIMITS[channel];
  const length = lengthIn(unit, text);
  const isCounted = blurb.length === length && blurb.limit === limit && blurb.unit === unit;
  return [
    ...(length <= limit ? [] : [{ part, message: `${channel} allows ${limit} ${unit}, but it has ${length}` }]),
    ...(isCounted
      ? []
      : [
          {
            part,
            message: `states ${blurb.length} of ${blurb.limit} ${blurb.unit}, but it has ${length} of ${limit} ${unit}`,
          },
        ]),
    ...(edited
      ? []
      : composition
        ? verifyComposition(part, text, composition, evidence, isMarkup(channel) ? escapeHtml : undefined)
        : [{ part, message: 'does not say what it is composed of' }]),
  ];
}
