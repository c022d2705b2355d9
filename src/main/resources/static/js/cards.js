// SPDX-License-Identifier: Apache-2.0
// A card is printed at a touch. Without this it is printed with the browser's own means.
(() => {
  const print = document.querySelector('[data-print]');
  if (!print) return;
  print.hidden = false;
  print.addEventListener('click', () => window.print());
  print.focus();
})();
