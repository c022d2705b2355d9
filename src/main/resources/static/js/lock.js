// SPDX-License-Identifier: Apache-2.0
// A machine that several share: locks the screen by a key, by a button and after a while without a touch, hands what was
// typed to the node, which keeps it in memory for whoever typed it, and puts it back when they are here again.
(() => {
  const lock = document.querySelector('form.lock');
  if (!lock) return;
  const limit = Number(document.body.dataset.lockAfter) * 1000;
  const touched = 'clearway-touched', locked = 'clearway-locked';
  const tell = (key, value) => { try { localStorage.setItem(key, String(value)); } catch { /* this page alone then */ } };

  const fields = () => [...document.querySelectorAll('main form')].flatMap(form => {
    const times = new Map();
    return [...form.elements].flatMap(field => {
      if (!field.name || ['hidden', 'password', 'file', 'submit', 'button', 'fieldset'].includes(field.type)) return [];
      const number = times.get(field.name) ?? 0;
      times.set(field.name, number + 1);
      return [{ field, at: JSON.stringify([form.getAttribute('action'), field.name, number]) }];
    });
  });
  const changed = field => field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked
    : field.tagName === 'SELECT' ? [...field.options].some(option => option.selected !== option.defaultSelected)
    : field.value !== field.defaultValue;
  const state = field => field.type === 'checkbox' || field.type === 'radio' ? field.checked
    : field.tagName === 'SELECT' ? [...field.options].map(option => option.selected) : field.value;

  const typed = () => {
    const kept = fields().filter(one => changed(one.field)).map(one => [one.at, state(one.field)]);
    return kept.length ? JSON.stringify(kept) : '';
  };
  let going = false;
  const go = idle => {
    if (going) return;
    going = true;
    lock.querySelector('[name=lock-typed]').value = typed();
    lock.querySelector('[name=lock-idle]').value = idle ? 'yes' : '';
    tell(locked, Date.now());
    lock.submit();
  };
  lock.addEventListener('submit', event => { event.preventDefault(); go(false); });
  addEventListener('keydown', event => { if (event.key === 'F8') { event.preventDefault(); go(false); } });

  let last = Date.now(), told = Date.now();
  for (const kind of ['pointerdown', 'keydown', 'input', 'scroll']) {
    addEventListener(kind, () => { last = Date.now(); tell(touched, last); }, { passive: true });
  }
  addEventListener('storage', event => {
    if (event.key === touched) last = Math.max(last, Number(event.newValue));
    if (event.key === locked) location.assign('/lock');
  });
  setInterval(() => {
    if (Date.now() - last > limit) go(true);
    else if (last > told && Date.now() - told > 60_000) {
      told = Date.now();
      fetch('/still-here', { redirect: 'manual' });
    }
  }, 5_000);

  const form = new URLSearchParams([...new FormData(lock)]);
  form.delete('lock-typed');
  fetch('/lock/typed', { method: 'POST', body: form, redirect: 'manual' }).then(async answer => {
    if (answer.status !== 200) return;
    const kept = new Map(await answer.json());
    for (const { field, at } of fields()) {
      if (!kept.has(at)) continue;
      const was = kept.get(at);
      if (typeof was === 'boolean') field.checked = was;
      else if (Array.isArray(was)) was.forEach((selected, i) => { if (field.options[i]) field.options[i].selected = selected; });
      else field.value = was;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      for (let folded = field.closest('details'); folded; folded = folded.parentElement.closest('details')) folded.open = true;
    }
  });
})();
