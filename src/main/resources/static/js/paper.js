// SPDX-License-Identifier: Apache-2.0
// Enter goes on to the next field of a sheet, as fast as it is read; on the button it sends. Without this Enter sends
// at once, and what is missing is asked for.
const stops = form => [...form.elements].filter(one => one.type !== 'hidden' && one.tagName !== 'FIELDSET' && !one.disabled);
document.querySelectorAll('form[data-enter-goes-on]').forEach(form => {
  const all = stops(form);
  const wrong = all.find(one => one.getAttribute('aria-invalid') === 'true');
  (wrong ?? all.find(one => one.tagName !== 'BUTTON' && !one.value) ?? all[0])?.focus();
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || event.target.tagName === 'BUTTON') return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      form.requestSubmit();
      return;
    }
    const next = all[all.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
    next?.focus();
    next?.select?.();
  });
});
