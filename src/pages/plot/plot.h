// plot.h - figures as pictures (SVG) that a page draws without scripts: as wide as their place, in the
// colours of the page (classes plot-1 ... of staff.css), with a title and a description for those who see
// none. The same figures have to stand beside them as a table. Tested by tests/unit/pages/plot/plot_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace signpost {

// All texts as people read them; they are escaped here.
struct PlotWords {
  std::string id;  // of the page: letters, digits and hyphens
  std::string title;
  std::string description;
};

struct PlotSeries {
  std::string name;
  std::vector<int64_t> figures;
};

// One line for each series over the same points, at most kMostSeries of them.
inline constexpr size_t kMostSeries = 3;
struct LinePlot {
  PlotWords words;
  std::vector<std::string> points;  // what stands below; as many are shown as there is room for
  std::vector<PlotSeries> series;   // each with a figure for every point
};
std::string draw_lines(const LinePlot& plot);

struct PlotBar {
  std::string name;
  int64_t figure = 0;
};
struct BarPlot {
  PlotWords words;
  std::vector<PlotBar> bars;
};
// Bars that lie below each other, each with its name and its figure.
std::string draw_bars(const BarPlot& plot);

}  // namespace signpost
