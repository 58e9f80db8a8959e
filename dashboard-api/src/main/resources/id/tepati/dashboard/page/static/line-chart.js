// A chart of lines on a canvas, drawn by Chart.js.

import { Component, h } from './elements.js';
import { CHARTS } from './addresses.js';
import { currentLocale } from './words.js';

let loading = null;

/** Loads the library when something is to be drawn, and once. */
function library() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = CHARTS;
    script.onload = () => resolve(window.Chart);
    script.onerror = () => {
      loading = null;
      script.remove();
      reject(new Error(CHARTS));
    };
    document.head.append(script);
  });
  return loading;
}

/**
 * The canvas and what is drawn on it, for as long as it is shown. Properties: id, told (the chart in words), labels and
 * lines, each a line with its label and values; a chart is drawn anew when its lines are others than before.
 */
export class LineChart extends Component {
  #chart = null;
  #drawn = null;

  componentDidMount() {
    this.#draw();
  }

  componentDidUpdate() {
    this.#draw();
  }

  componentWillUnmount() {
    this.#chart?.destroy();
  }

  render({ id, told }) {
    return h('canvas', { id, role: 'img', 'aria-label': told });
  }

  async #draw() {
    const { labels, lines } = this.props;
    if (this.#drawn === lines) return;
    this.#drawn = lines;
    const Chart = await library();
    if (!this.base || this.#drawn !== lines) return;
    const shown = { data: { labels, datasets: lines.map(dataset) }, options: options() };
    if (this.#chart === null) this.#chart = new Chart(this.base, { type: 'line', ...shown });
    else Object.assign(this.#chart, shown).update();
  }
}

function dataset({ label, values, colour, ...form }) {
  return { label, data: values, borderColor: shade(colour), backgroundColor: shade(colour), pointRadius: 0, pointHitRadius: 12, tension: 0.2, ...form };
}

function shade(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function options() {
  const size = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.85;
  const font = { size, family: getComputedStyle(document.body).fontFamily };
  const ticks = { color: shade('--soft-ink'), font, maxRotation: 0, autoSkipPadding: 18, precision: 0 };
  return {
    locale: currentLocale(),
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    interaction: { mode: 'index', intersect: false },
    plugins: {
      legend: { align: 'start', labels: { color: shade('--ink'), font, boxWidth: 26, boxHeight: 1 } },
      tooltip: { titleFont: font, bodyFont: font },
    },
    scales: {
      x: { ticks, grid: { display: false } },
      y: { beginAtZero: true, ticks, grid: { color: shade('--line') }, border: { display: false } },
    },
  };
}
