// Builds elements, and brings what is shown in line with what was built anew, without losing focus.

const SVG = 'http://www.w3.org/2000/svg';

/** An element by tag, attributes and children. Text is always text, never markup. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for drawings. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'onclick') element.onclick = value;
    else if (name === 'place') Object.assign(element.style, value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** Makes the children of an element those of a fragment or another element. */
export function show(container, ...children) {
  const wanted = fill(document.createElement('div'), {}, children);
  alignChildren(container, wanted);
}

/** What a reader opened stays open, and what a chart drew stays drawn. */
function align(shown, wanted) {
  if (shown.nodeType !== wanted.nodeType || shown.nodeName !== wanted.nodeName
      || shown.id !== wanted.id || key(shown) !== key(wanted)) {
    shown.replaceWith(wanted);
    return;
  }
  if (shown.nodeType === Node.TEXT_NODE) {
    if (shown.data !== wanted.data) shown.data = wanted.data;
    return;
  }
  if (shown.hasAttribute('data-kept')) return;
  for (const { name } of [...shown.attributes]) {
    if (!wanted.hasAttribute(name) && name !== 'open' && name !== 'style') shown.removeAttribute(name);
  }
  if (shown.style.cssText !== wanted.style.cssText) shown.style.cssText = wanted.style.cssText;
  for (const { name, value } of wanted.attributes) {
    if (name !== 'style' && shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  shown.onclick = wanted.onclick;
  alignChildren(shown, wanted);
}

function alignChildren(shown, wanted) {
  const next = [...wanted.childNodes];
  const now = [...shown.childNodes];
  next.forEach((child, at) => {
    if (at < now.length) align(now[at], child);
    else shown.append(child);
  });
  now.slice(next.length).forEach((child) => child.remove());
}

function key(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.getAttribute('data-key') : null;
}
