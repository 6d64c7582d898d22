import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { openBrowser, openPage } from '../support/browser';
import { catalogue, showNotes, turns } from '../support/show-notes';
import { type Site, serveSite } from '../support/site';

jest.setTimeout(60_000);

let browser: Browser;
let site: Site;
let elsewhere: string;
/** The website: a page of another origin. */
const website = createServer((_, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><link rel="icon" href="data:,"><title>A website</title>');
});
beforeAll(async () => {
  browser = await openBrowser();
  site = await serveSite(showNotes, turns, catalogue);
  await once(website.listen(0, '127.0.0.1'), 'listening');
  elsewhere = `http://127.0.0.1:${(website.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser.close();
  await site.close();
  website.close();
});

/** The JavaScript that `docs/website.md` tells a website to write, and a call of it. */
const written = [...readFileSync('docs/website.md', 'utf8').matchAll(/^```js\n(.+?)^```$/gmsu)]
  .map(([, source]) => source)
  .join('\n');

const calling = (call: string): string => `(() => { ${written}; return ${call}; })()`;

test('what the manual says to write fetches an episode from another origin', async () => {
  const { page } = await openPage(browser, elsewhere, {});
  const fetched = await page.evaluate(
    calling(`fetchEpisode('${site.address}', '${showNotes.show.id}', '${showNotes.episode.id}')`),
  );
  expect(fetched).toEqual({ showNotes, turns: turns.turns });
  expect(await page.evaluate(calling(`fetchEpisode('${site.address}', 'slow-clocks', 'unknown')`))).toBeUndefined();
  await page.close();
});

test('what the manual says to write embeds the show notes, their links whole', async () => {
  const { page } = await openPage(browser, elsewhere, {});
  await page.evaluate(calling(`embed(document.body, '${site.address}', ${JSON.stringify(showNotes)})`));
  expect(await page.locator('article.show-notes h2').first().textContent()).toBe('Key points');
  const [link] = await page.locator('.key-points a').evaluateAll((links) => links.map(String));
  expect(link).toBe(`${site.address}${showNotes.base}transcript.html#turn-4`);
  await page.goto(`${link}`);
  expect(await page.locator('#turn-4').textContent()).toContain('Because a bell has no screws.');
  await page.close();
});

test('the browser reads the captions as they were spoken', async () => {
  const { page, complaints } = await openPage(browser, elsewhere, {});
  const address = `${site.address}${showNotes.base}transcript.vtt`;
  const cues = await page.evaluate(`new Promise((resolve, reject) => {
    const video = document.createElement('video');
    video.crossOrigin = 'anonymous';
    const track = Object.assign(document.createElement('track'), { kind: 'captions', src: '${address}' });
    track.onload = () => resolve([...track.track.cues].map((cue) =>
      [cue.startTime, cue.endTime, cue.getCueAsHTML().textContent.replace(/\\s+/gu, ' ')]));
    track.onerror = () => reject(new Error('no captions'));
    video.append(track);
    document.body.append(video);
    track.track.mode = 'hidden';
  })`);
  expect(cues).toEqual(
    turns.turns.map(({ startTime, endTime, text }, index) => [
      startTime,
      endTime ?? turns.turns[index + 1]?.startTime,
      text.replace(/\s+/gu, ' '),
    ]),
  );
  expect(complaints).toEqual([]);
  await page.close();
});
