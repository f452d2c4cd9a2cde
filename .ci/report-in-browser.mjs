// Opens pages in headless Chromium: fails on a message of the console, on anything that is loaded, on
// content that is wider than the window, and on what axe-core finds. Takes screenshots.
//   node report-in-browser.mjs FOLDER-OF-MODULES CHROMIUM FOLDER-FOR-SCREENSHOTS PAGE…
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [modules, chromium, shots, ...pages] = process.argv.slice(2);
const require = createRequire(path.join(modules, 'package.json'));
const puppeteer = require('puppeteer-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const ways = [
    { name: 'light', width: 1100, scheme: 'light', media: 'screen' },
    { name: 'dark', width: 1100, scheme: 'dark', media: 'screen' },
    { name: 'narrow', width: 360, scheme: 'light', media: 'screen' },
    { name: 'print', width: 800, scheme: 'light', media: 'print' },
];

const browser = await puppeteer.launch({
    executablePath: chromium,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
let failures = 0;
const fail = (page, way, what) => {
    failures += 1;
    console.log(`${page}, ${way}: ${what}`);
};

for (const file of pages) {
    const short = path.basename(file).replace(/\.\w+$/, '');
    const isPage = file.endsWith('.html');
    for (const way of ways) {
        const page = await browser.newPage();
        const url = pathToFileURL(path.resolve(file)).href;
        page.on('console', message => fail(short, way.name, `console: ${message.text()}`));
        page.on('pageerror', error => fail(short, way.name, `error: ${error.message}`));
        page.on('dialog', async dialog => {
            fail(short, way.name, `a dialog: ${dialog.message()}`);
            await dialog.dismiss();
        });
        page.on('request', request => {
            const isIcon = request.url().endsWith('/favicon.ico');
            if (request.url() !== url && !request.url().startsWith('data:') && !isIcon) {
                fail(short, way.name, `loads ${request.url()}`);
            }
        });
        await page.setViewport({ width: way.width, height: 900 });
        await page.emulateMediaType(way.media);
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: way.scheme }]);
        await page.goto(url, { waitUntil: 'load' });
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewport({ width: way.width, height: Math.min(height, 8000) });
        await page.screenshot({ path: path.join(shots, `${short}-${way.name}.png`) });
        if (isPage) {
            const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            if (over > 0) fail(short, way.name, `is ${over} pixels wider than the window`);
            const outside = await page.evaluate(() => {
                // A label that sticks out of its picture is cut off.
                const found = [];
                for (const svg of document.querySelectorAll('svg')) {
                    const frame = svg.getBoundingClientRect();
                    for (const text of svg.querySelectorAll('text')) {
                        const box = text.getBoundingClientRect();
                        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
                            found.push(`${svg.querySelector('title').textContent.slice(0, 60)}: ${text.textContent.slice(0, 60)}`);
                        }
                    }
                }
                return found;
            });
            outside.forEach(each => fail(short, way.name, `outside of its picture: ${each}`));
            if (way.media === 'screen' && way.width > 600) {
                // The page refuses scripts, so that axe-core comes in through the debugger.
                const { violations } = await page.evaluate(
                    `(() => { ${axe}; return axe.run(document, { resultTypes: ['violations'] }); })()`,
                );
                for (const found of violations) {
                    const where = found.nodes.slice(0, 3).map(node => node.target.join(' ')).join('; ');
                    fail(short, way.name, `axe: ${found.id} (${found.impact}), ${found.nodes.length} times: ${found.help}: ${where}`);
                }
            }
            if (way.name === 'print') {
                await page.pdf({ path: path.join(shots, `${short}.pdf`), format: 'A4' });
            }
        }
        await page.close();
    }
}
await browser.close();
console.log(`${pages.length} pages in ${ways.length} ways, ${failures} failures; screenshots in ${shots}`);
process.exit(failures > 0 ? 1 : 0);
