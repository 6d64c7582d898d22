import type { Receipt } from '../../lambdas/contract/receipt';
import { receiptLines } from '../../local/episode/receipt-text';

const receipt: Receipt = {
  schemaVersion: 1,
  show: 'slow-tea',
  episode: 'first-pot',
  outcome: 'rejected',
  message: 'Nobody speaks in it. Nothing is published yet.',
  upload: { key: 'shows/slow-tea/first-pot.md', version: '1' },
  beside: [],
  problems: [{ file: 'shows/slow-tea/first-pot.md', message: 'nobody speaks in it', line: 3 }],
  told: [],
  warnings: [1, 2, 3].map((line) => ({ line, message: `the link on line ${line} leads nowhere` })),
};

test('a problem is said once, with its place', () => {
  expect(receiptLines({ ...receipt, warnings: [] })).toEqual([
    'slow-tea/first-pot: rejected. Nobody speaks in it. Nothing is published yet.',
    '  in shows/slow-tea/first-pot.md, line 3',
  ]);
  const told = 'shows/slow-tea/show.yaml, line 3: this is no valid YAML.';
  const other = { file: 'shows/slow-tea/show.yaml', message: 'shows/slow-tea/show.yaml, line 5: no', line: 5 };
  const problem = { file: 'shows/slow-tea/show.yaml', message: told.slice(0, -1), line: 3 };
  expect(receiptLines({ ...receipt, warnings: [], message: told, problems: [problem] })).toHaveLength(1);
  expect(receiptLines({ ...receipt, warnings: [], message: told, problems: [problem, other] }).slice(1)).toEqual([
    '  shows/slow-tea/show.yaml, line 5: no',
  ]);
});

test('many warnings are cut short, and the same ones as before are counted', () => {
  expect(receiptLines({ ...receipt, problems: [] }, { most: 2 }).slice(1)).toEqual([
    '  warning, line 1: the link on line 1 leads nowhere',
    '  warning, line 2: the link on line 2 leads nowhere',
    '  and 1 warning more in the receipt',
  ]);
  const { warnings } = receipt;
  expect(receiptLines({ ...receipt, problems: [] }, { most: 2, known: warnings }).slice(1)).toEqual([
    '  3 warnings as before',
  ]);
});

test('what a pin has changed is told as its doing, not as the upload’s', () => {
  const replaced = { publication: 'p1', changes: [{ part: 'quotes', message: 'One quote is gone.' }] } as const;
  const published = { publication: 'p0', revision: 'r0', page: 'a/', showNotes: 'a/show-notes.json', replaced };
  const lines = (more: Partial<Receipt>) =>
    receiptLines({ ...receipt, warnings: [], problems: [], published, ...more });
  expect(lines({ outcome: 'published' })).toContain('  changed: One quote is gone.');
  expect(lines({ outcome: 'waiting', pinned: 'p0' })).toContain('  changed by the pin: One quote is gone.');
  expect(lines({ outcome: 'published', pinned: 'p0' }).join()).not.toContain('by the pin');
  expect(lines({ outcome: 'unchanged', pinned: 'p0' }).join()).not.toContain('by the pin');
  expect(lines({ outcome: 'unchanged' }).join()).not.toContain('changed: One');
});
