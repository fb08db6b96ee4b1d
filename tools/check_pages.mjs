// Check pages in Chromium: node tools/check_pages.mjs PAGES MODULES
//
// PAGES is a folder of pages, and MODULES one with node_modules/axe-core and playwright-core.
// No page may violate a rule of axe-core, scroll sideways, ask for a file or run a script, on a
// telephone and on a desk, light and dark. Pictures of the pages, and their prints, are put beside
// them to be looked at. The environment variable CHROMIUM names another browser.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [pages, modules] = process.argv.slice(2).map((each) => path.resolve(each));
const require = createRequire(path.join(modules, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-quic"] });
const problems = [];

async function check(file, colorScheme, width) {
  const told = (problem) => problems.push(`${file}, ${colorScheme}, ${width}: ${problem}`);
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    bypassCSP: true, // axe-core is a script
  });
  const page = await context.newPage();
  page.on("request", (request) => {
    if (!request.url().endsWith(file)) told(`it asks for ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    told("it runs a script");
    return dialog.dismiss();
  });
  await page.goto(pathToFileURL(path.join(pages, file)).href);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) told(`it is ${wide} pixels too wide`);
  if ((await page.title()) === "run") told("it runs a script");
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  for (const { id, help, nodes } of violations) told(`${id}: ${help}: ${nodes[0].html}`);
  const name = path.join(pages, `${path.parse(file).name}-${colorScheme}-${width}`);
  await page.screenshot({ path: `${name}.png` });
  if (colorScheme === "light" && width > 1000) {
    await page.pdf({ path: `${name}.pdf`, preferCSSPageSize: true });
  }
  await context.close();
}

const files = readdirSync(pages).filter((name) => name.endsWith(".html"));
if (files.length === 0) problems.push("there are no pages");
for (const file of files) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1280]) await check(file, colorScheme, width);
  }
}
await browser.close();
console.log(`${files.length} pages, ${problems.length} problems`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
