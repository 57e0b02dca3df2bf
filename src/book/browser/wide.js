// Formulas that are wider than the page.

/** What scrolls sideways can be reached by keyboard; what does not is passed over. */
function reach() {
  for (const wide of document.querySelectorAll('.wide, pre')) {
    if (wide.scrollWidth > wide.clientWidth + 1) {
      wide.tabIndex = 0;
      wide.setAttribute('role', 'group');
      const what = wide.matches('pre') ? 'Text' : 'Formula';
      wide.setAttribute('aria-label', `${what}, wider than the page`);
    } else {
      for (const name of ['tabindex', 'role', 'aria-label']) wide.removeAttribute(name);
    }
  }
}
addEventListener('resize', reach);
document.addEventListener('toggle', reach, true);
document.fonts.ready.then(reach);
reach();
