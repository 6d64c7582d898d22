/* The search box of a show's page. Nothing is fetched before somebody uses it. */

const box = document.querySelector('search');
const input = box?.querySelector('input');
const status = box?.querySelector('[role="status"]');
const list = box?.querySelector('ol');

/** Episodes with the most telling match first. */
const WEIGHTS = { title: 5, person: 4, mention: 3, chapter: 3, 'key-point': 2, quote: 2, summary: 1 };
const MOST_EPISODES = 20;
const MOST_ENTRIES = 4;

/** Scripts that put no space between words: a term may begin anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Words without accents and capitals, each with a space before it. */
const wordsIn = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => ` ${word}`);

let index;

/** The show's entries, fetched once, or again where that failed, each with its words. */
function fetchIndex() {
  index ??= fetch(box.dataset.index)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`search: ${answer.status}`))))
    .then(({ episodes, entries }) => ({
      episodes,
      entries: entries.map((entry) => ({
        ...entry,
        words: wordsIn([entry.text, ...(entry.variants ?? [])].join(' ')).join(''),
      })),
    }))
    .catch((error) => {
      index = undefined;
      throw error;
    });
  return index;
}

const says = (words, term) => words.includes(term) || (UNSPACED.test(term) && words.includes(term.trim()));

/** Episodes that say every term, in one entry or in several: the entries that say most terms, the best first. */
function search({ episodes, entries }, terms) {
  const saying = entries.flatMap((entry) => {
    const said = terms.filter((term) => says(entry.words, term));
    return said.length > 0 ? [{ ...entry, said, weight: 10 * said.length + WEIGHTS[entry.kind] }] : [];
  });
  return episodes
    .map((episode) => ({
      episode,
      entries: saying.filter((entry) => entry.episode === episode.id).sort((a, b) => b.weight - a.weight),
    }))
    .filter((found) => terms.every((term) => found.entries.some(({ said }) => said.includes(term))))
    .sort((a, b) => b.entries[0].weight - a.entries[0].weight)
    .slice(0, MOST_EPISODES)
    .map(({ episode, entries: found }) => ({ episode, entries: found.slice(0, MOST_ENTRIES) }));
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** An entry leads to the first turn that says it. */
function entryOf({ kind, text, turns }, page) {
  const [turn] = turns;
  return element(
    'li',
    { className: kind },
    turn === undefined ? text : element('a', { href: `${page}#turn-${turn}` }, text),
  );
}

function resultOf({ episode, entries }) {
  const page = `${episode.id}/index.html`;
  const more = entries.filter(({ kind }) => kind !== 'title').map((entry) => entryOf(entry, page));
  return element('li', {}, element('a', { href: page }, episode.title), element('ul', {}, ...more));
}

async function show() {
  const { value } = input;
  const terms = wordsIn(value);
  const results = terms.length === 0 ? [] : search(await fetchIndex(), terms);
  if (input.value !== value) return;
  list.replaceChildren(...results.map(resultOf));
  status.textContent = terms.length > 0 && results.length === 0 ? box.dataset.nothing : '';
}

input?.addEventListener('focus', fetchIndex, { once: true });
input?.addEventListener('input', show);
