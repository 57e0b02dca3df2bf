/** Colours for a terminal, or none. */
import picocolors from 'picocolors';

export type Style = ReturnType<typeof picocolors.createColors>;

/** NO_COLOR and a pipe switch colours off, FORCE_COLOR on. */
export function styleFor(isTerminal: boolean, environment: NodeJS.ProcessEnv): Style {
  const { NO_COLOR, FORCE_COLOR } = environment;
  const isForced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const isForbidden = NO_COLOR !== undefined && NO_COLOR !== '';
  return picocolors.createColors(!isForbidden && (isTerminal || isForced));
}
