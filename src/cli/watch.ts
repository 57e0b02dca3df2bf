/** `gradus check --watch`: a report at once and after each change, until Ctrl-C. */
import type { CheckOptions } from '../document/options.js';
import { count } from '../document/verdict-text.js';
import { watchFiles } from '../document/watch.js';
import type { Format, Manner } from './formats.js';
import { Progress } from './progress.js';
import type { Streams } from './streams.js';

/** Resolves to 0 when the watch is ended. */
export async function watchDocuments(
  paths: readonly string[],
  options: CheckOptions,
  format: Format,
  manner: Manner,
  streams: Streams,
): Promise<number> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  streams.stop?.addEventListener('abort', end, { once: true });
  process.once('SIGINT', end);
  const progress = new Progress(streams);
  try {
    await watchFiles(paths, {
      ...options,
      signal: stop.signal,
      onClaim: ({ path, name }) => progress.show(`${path}: ${name}`),
      onRound: ({ report, changed, removed, reused }) => {
        progress.clear();
        for (const path of removed) streams.err(`${path} is gone\n`);
        for (const file of changed) streams.out(format.file?.(file, manner) ?? '');
        streams.out(format.end(report, manner));
        const spared = reused > 0 ? `${count(reused, 'claim')} as before; ` : '';
        streams.err(manner.style.dim(`${spared}waiting for changes, Ctrl-C ends\n`));
      },
    });
  } finally {
    process.off('SIGINT', end);
  }
  return 0;
}
