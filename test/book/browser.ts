/**
 * The browser of the tests: Chromium where the system's package installs it. Where there is none
 * the tests in it are skipped, and say so; with GRADUS_BROWSER=required they fail instead.
 */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

const isRequired = process.env.GRADUS_BROWSER === 'required';

/** True where the tests in a browser are to run. */
export const hasBrowser = isRequired || existsSync(CHROMIUM);

if (!hasBrowser)
  console.warn(`The tests in a browser are SKIPPED: there is no ${CHROMIUM} (package chromium).`);

/** Starts the browser with nothing of its own to load. Throws where it is required and missing. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  });
