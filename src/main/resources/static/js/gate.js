// SPDX-License-Identifier: Apache-2.0
// The gate desk: a common family is filled in at a touch, a touch on a cell adds one, and how the gate stands is looked
// at again every five seconds. The desk works the same without this, a page at a time.
(() => {
  const page = document.querySelector('[data-pulse]');
  if (!page) return;

  const look = async () => {
    try {
      const answer = await fetch(page.dataset.pulse, { redirect: 'manual' });
      if (answer.type === 'opaqueredirect') return location.assign('/sign-in?ended');
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('gate-banner');
      const banner = document.getElementById('gate-banner');
      if (fresh && banner && fresh.innerHTML !== banner.innerHTML) banner.replaceWith(fresh);
    } catch { /* the node is out of reach: the next look may find it */ }
  };
  setInterval(look, 5_000);

  const form = page.querySelector('.gate-count');
  if (!form) return;
  const cells = [...form.querySelectorAll('input.count')];
  page.querySelectorAll('[data-fill]').forEach(preset => preset.addEventListener('click', event => {
    event.preventDefault();
    const figures = new URLSearchParams(preset.dataset.fill);
    cells.filter(cell => cell.name.startsWith('Band.')).forEach(cell => { cell.value = figures.get(cell.name) ?? ''; });
    form.querySelector('button.primary').focus();
  }));
  // Fingers and gloves: a tap on a cell adds one. With a keyboard the cell is typed into.
  cells.forEach(cell => cell.addEventListener('pointerdown', event => {
    if (event.pointerType !== 'touch') return;
    event.preventDefault();
    cell.value = String((Number.parseInt(cell.value, 10) || 0) + 1);
  }));
  if (document.activeElement === document.body) cells[0]?.focus();
})();
