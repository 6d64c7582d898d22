import { leadOf } from '../../../lambdas/domain/render/lead';
import { turnsOf } from '../../../lambdas/domain/render/page/anchors';
import { spoken, written } from '../../support/conversations/spoken';
import { INTERVIEW } from '../../support/scripts';

/** Nobody introduces anybody here, so that the summary says itself who talks about what. */
const UNINTRODUCED = `Nora: The ferry bell was cast twice, because the first bell cracked in the frost.
Ivo: A bell cracks when the bronze cools too fast, and in winter everything at the quay cools too fast.
Nora: How do you keep bronze warm at the quay?
Ivo: With a pit of sand under the bell, and with nobody opening the door of the foundry before morning.
Nora: Then the second bell rang for ninety years, and every ferry on the strait answered it.`;

test('a summary that begins with the standfirst is shown without it, and names only the turns of what is left', () => {
  const { showNotes } = written(spoken(UNINTRODUCED));
  const { standfirst, summary } = leadOf(showNotes);
  expect(standfirst).toBe(showNotes.standfirst);
  expect(`${standfirst?.text} ${summary?.text}`).toBe(showNotes.summary.text);
  if (!summary) throw new Error('nothing is left of the summary');
  const said = Object.entries(showNotes.summary.composition?.slots ?? {});
  const sentences = said.flatMap(([name, { anchor }]) => (/sentence\d/iu.test(name) && anchor ? [anchor.turn] : []));
  expect(turnsOf(summary)).toEqual([...new Set(sentences)].toSorted((a, b) => a - b));
});

test('a summary of its own is shown as it is', () => {
  const { showNotes } = written(spoken(INTERVIEW));
  expect(leadOf(showNotes)).toEqual({ standfirst: showNotes.standfirst, summary: showNotes.summary });
});

test('what says nothing is not shown', () => {
  const { standfirst, summary } = written(spoken(UNINTRODUCED)).showNotes;
  expect(leadOf({ standfirst: { ...standfirst, text: '' }, summary })).toEqual({ summary });
  expect(leadOf({ standfirst, summary: standfirst })).toEqual({ standfirst });
});
