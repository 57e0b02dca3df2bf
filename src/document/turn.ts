/** A turn of the event loop, where there is Node and where there is none. */

/** Lets what was shown be seen, and what was asked be heard. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });
