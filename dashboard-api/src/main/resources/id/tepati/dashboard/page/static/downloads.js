// Ways to take along what is shown: the same rows, all of them, as a file.

import { h } from './elements.js';
import { fileAddress } from './addresses.js';
import { currentLanguage, t } from './words.js';
import { unitName } from './catalog.js';

const FORMATS = [['csv', 'CSV'], ['xlsx', 'Excel']];

/**
 * Below a list or a table: what it is called, the path of the API that answers it, and what was asked there. Where it was
 * asked for several units, each has files of its own.
 */
export function downloads(what, path, ...asked) {
  return asked.map((parameters) => {
    const whose = asked.length > 1 ? [what, unitName(parameters.unit)].join(', ') : what;
    return h('p', { key: `download-${parameters.unit}`, class: 'downloads' },
        asked.length > 1 ? t('download.of', unitName(parameters.unit)) : t('download'), ': ',
        FORMATS.map(([format, name], at) => [at > 0 ? ', ' : null,
          h('a', { key: format, href: fileAddress(path, format, { ...parameters, lang: currentLanguage() }), download: '', 'aria-label': t('download.as', name, whose) }, name)]));
  });
}
