// A button at each claim that opens its numbers; what computes them is loaded then.

for (const claim of document.querySelectorAll('section.claim[id]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Numbers';
  button.setAttribute('aria-expanded', 'false');
  const controls = document.createElement('div');
  controls.className = 'controls';
  controls.append(button);
  claim.append(controls);
  let panel;
  button.addEventListener('click', async () => {
    if (panel) panel.hidden = !panel.hidden;
    button.setAttribute('aria-expanded', String(!panel?.hidden));
    if (panel) return;
    panel = document.createElement('div');
    panel.className = 'numbers';
    panel.setAttribute('role', 'group');
    panel.textContent = 'Loading …';
    claim.append(panel);
    try {
      await Promise.all(['numbers', 'engine', document.documentElement.dataset.script].map(load));
      const { page, numbers } = globalThis.gradus;
      const { name, ...about } = page.claims[claim.id];
      panel.setAttribute('aria-label', `Numbers of ${name}`);
      numbers(panel, { document: page.document, claim: name, ...about });
    } catch (problem) {
      panel.textContent = problem.message;
    }
  });
}
