// What figures mean, for whoever asks: the glossary of the API, fetched when somebody does.

import { Component, h } from './elements.js';
import { API } from './addresses.js';
import { get, Problem } from './api.js';
import { currentLanguage, t } from './words.js';

let glossary = { language: null, figures: null };

/** The entries by key in the language of the reader; asked for once, and again after a failure. */
function entries() {
  const language = currentLanguage();
  if (glossary.language !== language) {
    const figures = get(API.glossary).then((answer) => new Map(answer.figures.map((figure) => [figure.key, figure])));
    const mine = { language, figures };
    figures.catch(() => { if (glossary === mine) glossary = { language: null, figures: null }; });
    glossary = mine;
  }
  return glossary.figures;
}

/** A disclosure that tells of figures by their keys in the glossary. */
class Meanings extends Component {
  constructor(props) {
    super(props);
    this.state = { entries: null, failure: null };
  }

  async #load() {
    try {
      this.setState({ entries: await entries(), failure: null });
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.setState({ failure });
    }
  }

  render({ kind, figures, label, shown }, { entries: known, failure }) {
    return h('details', { class: kind, ontoggle: (event) => { if (event.currentTarget.open) this.#load(); }, onkeydown: closeByEscape },
        h('summary', shown === label ? {} : { 'aria-label': label, title: label }, shown),
        h('div', { class: 'meaning' }, known === null
            ? h('p', {}, failure === null ? t('app.loading') : failure.message)
            : figures.filter((key) => known.has(key)).map((key) => told(known.get(key)))));
  }
}

function closeByEscape(event) {
  const details = event.currentTarget;
  if (event.key !== 'Escape' || !details.open) return;
  details.open = false;
  details.querySelector('summary').focus();
}

function told({ key, name, words, symbols, source, ...counts }) {
  return h('div', { key },
      h('p', {}, h('strong', {}, name[currentLanguage()]), ': ', words),
      symbols ? h('p', {}, h('code', {}, symbols)) : null,
      part(t('meaning.in'), counts.in), part(t('meaning.out'), counts.out), part(t('meaning.source'), source));
}

function part(label, text) {
  return text ? h('p', {}, h('span', { class: 'muted' }, `${label}: `), text) : null;
}

/** A question mark beside the name of a figure. Another language is another question. */
export function meaning(figure, name) {
  return h(Meanings, { key: `${figure}-${currentLanguage()}`, kind: 'help', figures: [figure], label: t('meaning.what', name), shown: '?' });
}

/** The same for all columns of a table at once, where these have no headings. */
export function meaningsOfColumns(figures) {
  const shown = t('meaning.columns');
  return h(Meanings, { key: `columns-${currentLanguage()}`, kind: 'help-columns', figures: [...new Set(figures)], label: shown, shown });
}
