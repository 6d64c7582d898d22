import { addressesIn } from '../../../lambdas/domain/text/addresses';

test.each([
  ['Write to hello@lamps.example, please.', ['hello@lamps.example']],
  ['We are at www.lamps.example and (lamps.example/paint).', ['www.lamps.example', 'lamps.example/paint']],
  ['It is “lamp-room.co.uk”!', ['lamp-room.co.uk']],
])('%s', (text, addresses) => {
  expect(addressesIn(text).map((each) => each.text)).toEqual(addresses);
});

test.each([
  'Lamp.js is written in Node.js, by Amazon.com, e.g. for the U.S. and i.e. for us.',
  'It ends here.And goes on with version 2.0 of it, or with @lamps.',
  'https://lamps.example is written as a link, and so is found as one.',
  `${'a.'.repeat(5000)}com`,
])('no address: %.60s', (text) => {
  expect(addressesIn(text)).toEqual([]);
});
