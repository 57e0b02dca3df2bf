// Loads the scripts that lie beside the pages, each when it is first asked for.

const loading = new Map();

/** Settled when the script of this name has run. */
function load(name) {
  if (!loading.has(name)) {
    const started = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${document.documentElement.dataset.root}${name}.js`;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${name}.js, a file of this book, is missing`));
      document.head.append(script);
    });
    loading.set(name, started);
  }
  return loading.get(name);
}

globalThis.gradus = { load };
