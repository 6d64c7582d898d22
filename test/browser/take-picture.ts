import { openBrowser } from '../support/browser';
import { samplePublication } from '../support/sample';
import { servePublication } from '../support/site';

/** `npx tsx test/browser/take-picture.ts`: the picture of a page that the README shows. */
async function takePicture(): Promise<void> {
  const site = await servePublication(samplePublication());
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
  await page.goto(site.episodePage);
  await page.screenshot({ path: 'docs/images/episode-page.png' });
  await browser.close();
  await site.close();
}

void takePicture();
