// <acme-revenue-chart>: amounts by month as bars. The server sets "months" (label, name, cents, amount, path, current) and
// the attributes "label" and "locale". The bars are drawn by Chart.js; over each stands a link to its month's invoices,
// which is what pointers, keys and screen readers meet: arrow keys, Home and End go from bar to bar.
import '../webjars/chart.js/4.5.1/dist/chart.umd.min.js';

const { Chart } = globalThis;
const STILL = matchMedia('(prefers-reduced-motion: reduce)');
const LOOKS = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(forced-colors: active)')];
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: 1, ArrowDown: -1 };
const MILLISECONDS = 120;

class RevenueChart extends HTMLElement {
  #months = [];
  #chart;
  #links;
  #looks = new MutationObserver(() => this.#recolour());
  #size = new ResizeObserver(() => this.#fit());
  #onScheme = () => this.#recolour();
  #onDensity = () => this.#fit();

  constructor() {
    super();
    // Set before this file was loaded.
    if (Object.hasOwn(this, 'months')) {
      this.#months = this.months;
      delete this.months;
    }
  }

  get months() {
    return this.#months;
  }

  set months(months) {
    this.#months = months;
    this.#show();
  }

  connectedCallback() {
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    this.#links = document.createElement('ol');
    this.#links.className = 'chart-links';
    this.#links.addEventListener('keydown', (event) => this.#onKey(event));
    for (const type of ['pointerover', 'pointerout', 'focusin', 'focusout']) {
      this.#links.addEventListener(type, () => queueMicrotask(() => this.#point(type)));
    }
    this.replaceChildren(canvas, this.#links);
    Chart.defaults.font.family = getComputedStyle(this).fontFamily;
    this.#chart = new Chart(canvas, this.#configuration());
    this.#looks.observe(document.documentElement, { attributeFilter: ['style', 'class', 'theme'] });
    this.#size.observe(this);
    LOOKS.forEach((look) => look.addEventListener('change', this.#onScheme));
    // A window that goes to a screen with more pixels says no more than that it was resized.
    addEventListener('resize', this.#onDensity);
    this.#fit();
    this.#show();
  }

  disconnectedCallback() {
    this.#looks.disconnect();
    this.#size.disconnect();
    LOOKS.forEach((look) => look.removeEventListener('change', this.#onScheme));
    removeEventListener('resize', this.#onDensity);
    this.#chart.destroy();
    this.#chart = undefined;
  }

  #configuration() {
    return {
      type: 'bar',
      data: { labels: [], datasets: [{ data: [], maxBarThickness: 44, categoryPercentage: 0.9, barPercentage: 0.72 }] },
      options: {
        animation: { duration: () => (STILL.matches ? 0 : MILLISECONDS) },
        // Bars grow where they stand.
        animations: { x: false, width: false },
        events: [],
        maintainAspectRatio: false,
        responsive: false,
        borderRadius: 5,
        layout: { padding: { top: 44 } },
        scales: {
          x: { grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 4 } },
          y: {
            beginAtZero: true,
            border: { display: false },
            ticks: { maxTicksLimit: 5, padding: 8, callback: (cents) => this.#short(cents) },
          },
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            animation: false,
            displayColors: false,
            caretSize: 0,
            caretPadding: 8,
            cornerRadius: 8,
            padding: { x: 11, y: 8 },
            yAlign: 'bottom',
            titleFont: { weight: 'normal' },
            bodyFont: { weight: 'bold' },
            callbacks: {
              title: ([bar]) => this.#months[bar.dataIndex].name,
              label: (bar) => this.#months[bar.dataIndex].amount,
            },
          },
        },
      },
      plugins: [{ id: 'links', afterLayout: (chart) => this.#place(chart.chartArea) }],
    };
  }

  // Not left to Chart.js: what size it gets while bars move it takes over when it draws next, and where they have just
  // stopped that is never. A hidden chart has no size; the observer tells when it gets one.
  #fit() {
    const chart = this.#chart;
    const { clientWidth: width, clientHeight: height } = this;
    if (!chart || width === 0 || height === 0) {
      return;
    }
    if (width !== chart.width || height !== chart.height || devicePixelRatio !== chart.currentDevicePixelRatio) {
      chart.stop();
      chart.resize(width, height);
    }
  }

  // The axis needs no cents, and a million in six letters would leave no room for bars.
  #short(cents) {
    return new Intl.NumberFormat(this.getAttribute('locale') ?? undefined, {
      style: 'currency',
      currency: 'USD',
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    }).format(cents / 100);
  }

  #show() {
    if (!this.#chart) {
      return;
    }
    const amounts = this.#months.map((month) => Number(month.cents));
    this.#chart.data.labels = this.#months.map((month) => month.label);
    this.#chart.data.datasets[0].data = amounts;
    // Without any amount an axis would go from nothing to nothing.
    this.#chart.options.scales.y.suggestedMax = Math.max(...amounts, 0) > 0 ? undefined : 10_000;
    this.#showLinks();
    this.#paint();
    this.#chart.update();
  }

  // In place, so that a focused bar stays focused when its amount changes.
  #showLinks() {
    this.#links.setAttribute('aria-label', this.getAttribute('label') ?? '');
    while (this.#links.children.length > this.#months.length) {
      this.#links.lastElementChild.remove();
    }
    while (this.#links.children.length < this.#months.length) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.className = 'chart-link';
      link.setAttribute('router-link', '');
      item.append(link);
      this.#links.append(item);
    }
    this.#months.forEach((month, index) => {
      const link = this.#link(index);
      link.setAttribute('href', month.path);
      link.setAttribute('aria-label', `${month.name}: ${month.amount}`);
    });
    const focused = this.#months.findIndex((_, index) => this.#link(index) === document.activeElement);
    const current = this.#months.findIndex((month) => month.current);
    this.#makeStop(focused >= 0 ? focused : Math.max(current, 0));
  }

  #link(index) {
    return this.#links.children[index].firstElementChild;
  }

  // One bar is reached by the tab key, the others from there by arrows.
  #makeStop(stop) {
    this.#months.forEach((_, index) => this.#link(index).setAttribute('tabindex', index === stop ? '0' : '-1'));
  }

  #onKey(event) {
    const last = this.#months.length - 1;
    const from = [...this.#links.children].findIndex((item) => item.contains(event.target));
    if (event.ctrlKey || event.metaKey || event.altKey || from < 0) {
      return;
    }
    let to;
    if (event.key in STEPS) to = Math.min(Math.max(from + STEPS[event.key], 0), last);
    if (event.key === 'Home') to = 0;
    if (event.key === 'End') to = last;
    if (event.key === 'Escape') this.#tell(-1);
    if (to !== undefined) {
      event.preventDefault();
      this.#makeStop(to);
      this.#link(to).focus();
    }
  }

  // The tooltip is that of the bar that was pointed to or walked to last, else of the one that still has pointer or focus.
  #point(type) {
    if (this.#chart) {
      const items = [...this.#links.children];
      const hovered = items.findIndex((item) => item.matches(':hover'));
      const focused = items.findIndex((item) => item.contains(document.activeElement));
      const [last, other] = type === 'focusin' ? [focused, hovered] : [hovered, focused];
      this.#tell(last >= 0 ? last : other);
    }
  }

  #tell(index) {
    const bars = index < 0 ? [] : [{ datasetIndex: 0, index }];
    this.#chart.setActiveElements(bars);
    this.#chart.tooltip.setActiveElements(bars, { x: 0, y: 0 });
    this.#chart.update('none');
  }

  #place(area) {
    this.#links.style.setProperty('inset', `0 auto auto ${area.left}px`);
    this.#links.style.setProperty('width', `${area.width}px`);
    this.#links.style.setProperty('height', `${area.bottom}px`);
  }

  #recolour() {
    if (this.#chart) {
      this.#paint();
      this.#chart.update('none');
      this.#chart.tooltip.update(true);
    }
  }

  // A canvas knows no tokens: what they are at the moment is asked of a probe. Where the system forces colours, it would
  // answer with the same one for each.
  #paint() {
    const probe = document.createElement('span');
    probe.style.forcedColorAdjust = 'none';
    this.append(probe);
    const colour = (token) => {
      probe.style.color = `var(${token})`;
      return rgb(getComputedStyle(probe).color);
    };
    const bar = colour('--acme-chart');
    const now = colour('--acme-chart-now');
    const { options, data } = this.#chart;
    const colours = this.#months.map((month) => (month.current ? now : bar));
    Object.assign(data.datasets[0], { backgroundColor: colours, hoverBackgroundColor: now });
    options.color = colour('--acme-muted');
    options.scales.x.ticks.color = options.color;
    options.scales.y.ticks.color = options.color;
    options.scales.x.border = { color: colour('--acme-line') };
    options.scales.y.grid = { color: colour('--acme-line') };
    Object.assign(options.plugins.tooltip, {
      backgroundColor: colour('--acme-inverse'),
      titleColor: colour('--acme-inverse-text'),
      bodyColor: colour('--acme-inverse-text'),
    });
    probe.remove();
  }
}

// As numbers, which Chart.js can mix, whatever way the style sheet writes the colour.
function rgb(colour) {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
}

customElements.define('acme-revenue-chart', RevenueChart);
