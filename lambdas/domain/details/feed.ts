import { CATEGORIES, SUBCATEGORIES } from '../../contract/categories';
import type { FeedDetails } from '../../contract/published';
import { type Faults, fieldsOf, type TextDetail, textOf, textThat } from './fields';
import { membersOf, type SourceNode, scalarText, wrongKind } from './yaml-source';

/** What `feed` in the show file says, and where. */
export interface SaidOfFeed {
  readonly feed: FeedDetails;
  /** One for each value that is given. */
  readonly said: readonly TextDetail[];
}

const KNOWN_CATEGORIES: ReadonlySet<string> = new Set([...CATEGORIES, ...Object.keys(SUBCATEGORIES)]);
const CATEGORY = 'one of the categories of podcast directories, such as Science or Books, as it is spelt there';
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const E_MAIL = /^[^\s@<>"]+@[^\s@<>"]+$/u;

/** Reads `feed`: what podcast directories ask of a show. */
export function feedOf(at: SourceNode | undefined, faults: Faults): SaidOfFeed | undefined {
  if (!at) return undefined;
  const fields = fieldsOf(at, ['author', 'categories', 'explicit', 'owner', 'guid'], faults);
  const ownerAt = fields.get('owner');
  const owner = ownerAt && fieldsOf(ownerAt, ['name', 'email'], faults);
  const author = textOf(fields.get('author'), faults);
  const categories = categoriesOf(fields.get('categories'), faults);
  const explicit = textThat(
    fields.get('explicit'),
    (text) => text === 'true' || text === 'false',
    'true or false',
    faults,
  );
  const name = textOf(owner?.get('name'), faults);
  const email = textThat(owner?.get('email'), (text) => E_MAIL.test(text), 'an e-mail address', faults);
  const guid = textThat(fields.get('guid'), (text) => UUID.test(text), 'a UUID, as podcast:guid has it', faults);
  const said = [author, ...categories, explicit, name, email, guid].filter((detail) => detail !== undefined);
  if (said.length === 0) return undefined;
  const feed: FeedDetails = {
    ...(author && { author: author.value }),
    ...(categories.length > 0 && { categories: categories.map(({ value }) => value) }),
    ...(explicit && { explicit: explicit.value === 'true' }),
    ...((name || email) && { owner: { ...(name && { name: name.value }), ...(email && { email: email.value }) } }),
    ...(guid && { guid: guid.value.toLowerCase() }),
  };
  return { feed, said };
}

function categoriesOf(at: SourceNode | undefined, faults: Faults): readonly TextDetail[] {
  if (!at) return [];
  const members = scalarText(at) === undefined ? membersOf(at) : [at];
  if (!members) return faults.fault(wrongKind(at, 'a list of categories')) ?? [];
  return members.flatMap((member) => textThat(member, (text) => KNOWN_CATEGORIES.has(text), CATEGORY, faults) ?? []);
}
