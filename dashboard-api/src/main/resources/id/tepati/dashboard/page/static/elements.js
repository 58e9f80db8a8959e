// Builds what is shown; Preact brings the page in line with it, each row by its key.

import { Component, Fragment, h, render } from './preact-10.26.4.js';

export { Component, Fragment, h };

/** A key of several parts; the same parts make the same key, whatever stands in them. */
export function keyOf(...parts) {
  return JSON.stringify(parts);
}

/** Shows content in a container. What a reader opened, focused or selected stays with the row that it is in. */
export function show(container, ...content) {
  const keep = [keepFocus(), keepSelection()];
  render(h(Fragment, null, content), container);
  keep.forEach((again) => again());
}

/** A row that moves to another place is taken out for a moment, and what is taken out loses the focus. */
function keepFocus() {
  const focused = document.activeElement;
  return () => {
    if (focused !== document.activeElement && focused?.isConnected) focused.focus({ preventScroll: true });
  };
}

/** The same with selected text, as far as it is still there. */
function keepSelection() {
  const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = getSelection();
  return () => {
    const moved = getSelection().anchorNode !== anchorNode || getSelection().focusNode !== focusNode;
    if (!isCollapsed && moved && reaches(anchorNode, anchorOffset) && reaches(focusNode, focusOffset)) {
      getSelection().setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  };
}

function reaches(node, offset) {
  return node.isConnected && offset <= (node.nodeType === Node.TEXT_NODE ? node.length : node.childNodes.length);
}
