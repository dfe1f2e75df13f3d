// Charts drawn from the tables below them, in the page's own colours.
(() => {
  const charts = [];
  const draw = () => {
    charts.splice(0).forEach((chart) => chart.destroy());
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const colours = ["--accent", "--focus", "--info", "--good"].map(colour);
    Chart.defaults.color = colour("--ink");
    Chart.defaults.borderColor = colour("--rule");
    Chart.defaults.font.family = style.fontFamily;
    Chart.defaults.animation = false;
    for (const canvas of document.querySelectorAll("canvas[data-chart]")) {
      const table = document.getElementById(canvas.dataset.table);
      const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
      const rows = [...table.tBodies[0].rows];
      const series = canvas.dataset.series.split(",").map(Number);
      const numbers = (at) => rows.map((row) => Number(row.cells[at].dataset.value || 0));
      const kind = canvas.dataset.chart;
      const options = { responsive: true, maintainAspectRatio: false };
      if (kind === "reliability") {
        const [x, y] = series.map(numbers);
        const lines = numbers(1);
        charts.push(new Chart(canvas, {
          type: "scatter",
          data: { datasets: [
            { label: "Lines", data: x.map((one, at) => ({ x: one, y: y[at] })).filter((_, at) => lines[at] > 0), showLine: true,
              borderColor: colours[0], backgroundColor: colours[0], pointRadius: 5 },
            { label: "As confident as right", data: [{ x: 0, y: 0 }, { x: 1, y: 1 }], showLine: true,
              borderColor: colour("--quiet"), borderDash: [5, 4], pointRadius: 0 },
          ] },
          options: { ...options, scales: {
            x: { min: 0, max: 1, title: { display: true, text: heads[series[0]] } },
            y: { min: 0, max: 1, title: { display: true, text: heads[series[1]] } } } },
        }));
      } else {
        charts.push(new Chart(canvas, {
          type: kind,
          data: {
            labels: rows.map((row) => row.cells[0].textContent),
            datasets: series.map((at, place) => ({
              label: heads[at], data: numbers(at),
              borderColor: colours[place], backgroundColor: colours[place],
              pointStyle: ["circle", "rect", "triangle"][place % 3] })),
          },
          options: { ...options, scales: { y: { beginAtZero: kind === "bar" } },
            plugins: { legend: { display: series.length > 1 } } },
        }));
      }
    }
  };
  draw();
  document.addEventListener("themed", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
