import { correctsItself, isTakenBack } from '../../../../lambdas/domain/show-notes/reading/taken-back';
import { readClosely } from '../../../support/conversations/spoken';

/** Whether the first of these sentences is taken back by those behind it. */
const takenBack = (speech: string): boolean => {
  const reading = readClosely(speech);
  const [first] = reading.sentences;
  return first !== undefined && isTakenBack(first, reading);
};

test.each([
  'My calendar went from twenty hours to fourteen. Sorry, sixteen.',
  'I have never served it on the same day. Well, once.',
  'It was built in 1912. No, wait.',
  'It was built in 1912. Or rather, rebuilt.',
  'It was built by three men. No, four.',
  'Sailors found it on a beach. It is a lovely story, and it’s certainly false, because of the wind.',
  'Glass made science happen. That is what he says. I think that’s too neat.',
  'They say the lamp never goes out. I don’t believe a word.',
  'Es hat 1912 gebrannt. Nein, 1913.',
  'We paint it at night. Everybody does. Nobody sees it. I’m just kidding.',
])('%s', (speech) => {
  expect(takenBack(speech)).toBe(true);
});

test.each([
  'My calendar went from twenty hours to fourteen. Sorry about the noise out there.',
  'I have never served it on the same day. Well done.',
  'It was built in 1912. Actually, yes.',
  'It was built in 1912. No, really.',
  'It was built in 1912. Sorry.',
  'Is it late? No, never.',
  'It was built in 1912. No, never at night.',
  'It was built in 1912. Wait, there’s more.',
  'It was built in 1912. I mean, look at it.',
  'It was built in 1912. Actually, it’s old.',
  'It was built in 1912. Sorry, I love this.',
  'It was built in 1912. It’s made up of bricks.',
  'It was built in 1912. I don’t believe that a lamp can think.',
  'It was built in 1912. Lamps burned whale oil for princes alone, and that’s a myth.',
  'It was built in 1912. No, it took them nine years of work.',
  'Sailors found it on a beach. That it rains there is false.',
  'Glass made science happen. He says so. She does, too. I think that’s too neat.',
])('is not taken back: %s', (speech) => {
  expect(takenBack(speech)).toBe(false);
});

test('somebody else takes back jokes, and nothing else', () => {
  const isBack = (answer: string) => takenBack(`My calendar went from twenty hours to fourteen.\nB: ${answer}`);
  expect(isBack('Sorry, what?')).toBe(false);
  expect(isBack('Just kidding.')).toBe(true);
});

test.each([
  ['She played for Selwick, no, not Selwick, for Norwell.', true],
  ['She played in 1912, no, sorry, in 1913.', true],
  ['It is a bridge for water, or rather a staircase.', false],
  ['There is no lamp, no, not one.', false],
  ['There is no lamp, no oil, and no keeper.', false],
  ['He says, sorry, the lamp is out.', false],
])('corrects itself: %s %j', (speech, expected) => {
  expect(readClosely(speech).sentences.map(correctsItself)).toEqual([expected]);
});
