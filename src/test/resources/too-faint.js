// SPDX-License-Identifier: Apache-2.0
// Texts that stand out too little from what is behind them: below 4.5 to 1, or 3 to 1 where large (WCAG 2.2, 1.4.3).
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const known = new Map();
const colour = text => {
  if (!known.has(text)) {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    known.set(text, [r, g, b, a / 255]);
  }
  return known.get(text);
};
const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
const light = c => c.slice(0, 3).map(v => v / 255)
  .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const contrast = (a, b) => {
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
  return (high + .05) / (low + .05);
};
const paper = matchMedia('(prefers-color-scheme: dark)').matches && !matchMedia('print').matches
  ? [18, 18, 18, 1] : [255, 255, 255, 1];
// Every colour that may lie behind an element: that of a plain ground, or each of a pattern's.
const behind = element => {
  if (!element) return [paper];
  const style = getComputedStyle(element), own = colour(style.backgroundColor);
  const below = own[3] === 1 ? [own] : behind(element.parentElement).map(c => over(own, c));
  const pattern = style.backgroundImage.match(/(rgba?|color|oklab|hsla?)\([^)]*\)/g);
  return pattern ? pattern.flatMap(c => below.map(b => over(colour(c), b))) : below;
};
const seenThrough = element =>
  element ? parseFloat(getComputedStyle(element).opacity) * seenThrough(element.parentElement) : 1;
const faint = new Set();
const judge = (element, text) => {
  const style = getComputedStyle(element), size = parseFloat(style.fontSize);
  const least = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700 ? 3 : 4.5;
  const ink = colour(style.color);
  for (const ground of behind(element)) {
    const shown = over([...ink.slice(0, 3), ink[3] * seenThrough(element)], ground);
    const ratio = contrast(shown, ground);
    if (ratio < least) faint.add(ratio.toFixed(2) + ' "' + text.trim().slice(0, 40) + '" ' + style.color);
  }
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const node = texts.currentNode, element = node.parentElement;
  if (!node.data.trim() || element.closest('svg, script, noscript, option, :disabled')) continue;
  if (!element.checkVisibility({visibilityProperty: true})) continue;
  const box = element.getBoundingClientRect();
  if (box.width > 1 && box.height > 1) judge(element, node.data);
}
for (const field of document.querySelectorAll('input, select, textarea'))
  if (field.checkVisibility() && !field.disabled && !/hidden|range|checkbox|radio/.test(field.type)) judge(field, field.name);
return [...faint];
