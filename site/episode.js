/* What an episode's page can do beyond being read: texts to copy, and a recording that the transcript follows. */

const { copy, copied } = document.body.dataset;

/** A button that copies what `textOf` gives, and says so. */
function copyButton(textOf) {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'copy',
    textContent: copy,
  });
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(textOf());
    button.textContent = copied;
    setTimeout(() => {
      button.textContent = copy;
    }, 2000);
  });
  return button;
}

// Browsers let a page write to the clipboard only over https.
if (navigator.clipboard) {
  for (const figure of document.querySelectorAll('.blurbs figure')) {
    const blurb = figure.querySelector('.blurb');
    figure.querySelector('figcaption').append(copyButton(() => blurb.textContent));
  }
  for (const quote of document.querySelectorAll('.quote')) {
    const words = quote.querySelector('blockquote').textContent.trim();
    const speaker = quote.querySelector('cite')?.textContent;
    const text = speaker ? `“${words}” — ${speaker}` : `“${words}”`;
    quote.querySelector('figcaption').append(copyButton(() => text));
  }
}

const player = document.querySelector('.player');

/** The turns that have a time, in seconds, ascending. */
const timed = [...document.querySelectorAll('.turn:has(time)')].map((turn) => {
  const time = turn.querySelector('time');
  return { turn, time, start: Number.parseInt(time.dateTime.slice(2), 10) };
});

const isInView = ({ top, bottom }) => bottom > 0 && top < innerHeight;

/** Marks the turn that is heard, and keeps it in view for whoever was reading along. */
function follow() {
  const heard = timed.findLast(({ start }) => start <= player.currentTime)?.turn;
  const before = document.querySelector('.turn[aria-current]');
  if (heard === before) return;
  const isReadAlong = before && isInView(before.getBoundingClientRect());
  before?.removeAttribute('aria-current');
  heard?.setAttribute('aria-current', 'true');
  if (isReadAlong && heard && !isInView(heard.getBoundingClientRect())) heard.scrollIntoView({ block: 'center' });
}

/** Makes a turn's time a button that plays from there. */
function playFrom({ time, start }) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'seek' });
  time.replaceWith(button);
  button.append(time);
  button.addEventListener('click', () => {
    player.currentTime = start;
    player.play();
  });
}

if (player && timed.length > 0) {
  timed.forEach(playFrom);
  player.addEventListener('timeupdate', follow);
}
