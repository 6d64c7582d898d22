import type { Blurb } from '../../../contract/published';
import { lengthIn } from '../../text/channel-length';
import { escapeHtml, isMarkup } from '../blurbs';
import { brokenLimit, LIMITS } from '../blurbs/channels';
import { type Evidence, type Fault, verifyEdit } from './evidence';
import { verifyComposition } from './statements';

/** A blurb keeps its channel's limit, counted again, and is composed of what is known. */
export function verifyBlurb(part: string, blurb: Blurb, evidence: Evidence): readonly Fault[] {
  const { channel, text, composition, edited } = blurb;
  const { limit, unit } = LIMITS[channel];
  const length = lengthIn(unit, text);
  const broken = brokenLimit(channel, text);
  const isCounted = blurb.length === length && blurb.limit === limit && blurb.unit === unit;
  return [
    ...(broken
      ? [{ part, message: `${channel} allows ${broken.limit} ${broken.unit}, but it has ${broken.length}` }]
      : []),
    ...(isCounted
      ? []
      : [
          {
            part,
            message: `states ${blurb.length} of ${blurb.limit} ${blurb.unit}, but it has ${length} of ${limit} ${unit}`,
          },
        ]),
    ...(edited
      ? verifyEdit(part, text, `blurbs.${channel}`, evidence)
      : composition
        ? verifyComposition(part, text, composition, evidence, isMarkup(channel) ? escapeHtml : undefined)
        : [{ part, message: 'does not say what it is composed of' }]),
  ];
}
