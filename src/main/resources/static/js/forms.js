// SPDX-License-Identifier: Apache-2.0
// Shows that a form is on its way and, on a narrow page, the door one has come through; closes open panels on Escape.
// Everything works the same without this.
document.querySelector('.doors [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
// The page stays where it is when a file is the answer.
addEventListener('submit', event => {
  if (!event.target.hasAttribute('data-file')) event.target.setAttribute('aria-busy', 'true');
});
addEventListener('pageshow', () => document.querySelectorAll('[aria-busy]').forEach(form => form.removeAttribute('aria-busy')));
addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  document.querySelectorAll('details.stepper[open]').forEach(panel => {
    panel.open = false;
    panel.querySelector('summary').focus();
  });
});
