// SPDX-License-Identifier: Apache-2.0
// Warns two minutes before the node signs somebody off, and leaves the page when it has.
(() => {
  const limit = Number(document.body.dataset.signOffAfter) * 1000;
  const dialog = document.querySelector('dialog.idle');
  if (!limit || !dialog) return;
  const warning = Math.min(120_000, limit / 2);
  const heard = 'clearway-heard';
  let last = Date.now();

  const hear = () => {
    last = Date.now();
    try { localStorage.setItem(heard, String(last)); } catch { /* private windows: this page alone counts */ }
    if (dialog.open) dialog.close();
  };
  hear();
  addEventListener('storage', event => {
    if (event.key !== heard) return;
    last = Number(event.newValue);
    if (dialog.open) dialog.close();
  });
  dialog.querySelector('button').addEventListener('click', async () => {
    const answer = await fetch('/still-here', { redirect: 'manual' });
    if (answer.status === 204) hear(); else location.assign('/sign-in?idle');
  });
  setInterval(() => {
    const away = Date.now() - last;
    if (away > limit + 2_000) location.assign('/sign-in?idle');
    else if (away > limit - warning && !dialog.open) dialog.showModal();
  }, 5_000);
})();
