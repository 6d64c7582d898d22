import type { Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { samplePublication } from '../support/sample';
import { servePublication } from '../support/site';

/** The width of a column of the picture, in CSS pixels. */
const WIDTH = 540;

/** The part of the page that begins at `top`, as the address of a picture. */
async function columnOf(page: Page, top: number, height: number): Promise<string> {
  const picture = await page.screenshot({ fullPage: true, clip: { x: 0, y: top, width: WIDTH, height } });
  return `data:image/png;base64,${picture.toString('base64')}`;
}

/**
 * `npx tsx test/browser/take-picture.ts`: the picture of a page that the README shows. Two columns of one page: from its
 * head to the first quote, and from the beginning of the transcript.
 */
async function takePicture(): Promise<void> {
  const site = await servePublication(await samplePublication());
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 960 } });
  await page.goto(site.episodePage);
  const topOf = (selector: string) =>
    page.evaluate<number>(`document.querySelector('${selector}').getBoundingClientRect().top`);
  const height = Math.floor(await topOf('.quote:nth-of-type(2)'));
  const columns = [await columnOf(page, 0, height), await columnOf(page, await topOf('#transcript'), height)];
  const album = await browser.newPage({ viewport: { width: 2 * WIDTH, height } });
  const pictures = columns.map((address) => `<img src="${address}" alt="">`).join('');
  await album.setContent(`<body style="display: flex; margin: 0">${pictures}`);
  await album.screenshot({ path: 'docs/images/episode-page.png' });
  await browser.close();
  await site.close();
}

void takePicture();
