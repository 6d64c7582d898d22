import { canonicalJson, isSameJson } from '../../lambdas/domain/canonical-json';
import { fc } from '../support/laws';

test('values are the same JSON exactly where their canonical JSON is the same', () => {
  const inner = fc.constantFrom<unknown>(null, 0, '', 'a', [], {});
  const field = fc.option(inner, { nil: undefined });
  const value = fc.oneof(
    field,
    fc.array(inner, { maxLength: 2 }),
    fc.record({ a: field, b: field }, { requiredKeys: [] }),
  );
  fc.assert(
    fc.property(fc.record({ a: value, b: value }), fc.record({ b: value, a: value }), (one, other) => {
      expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
    }),
  );
});

test('the order of keys and what is undefined are no difference, the order of a list is', () => {
  expect(isSameJson({ a: 1, b: [{ c: undefined, d: 2 }] }, { b: [{ d: 2 }], a: 1 })).toBe(true);
  expect(isSameJson({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  expect(isSameJson({ a: {} }, { a: [] })).toBe(false);
});
