// plot.cc - see plot.h.
#include "pages/plot/plot.h"

#include <algorithm>
#include <cstdio>

#include "base/escape.h"
#include "base/shown_text.h"
#include "pages/i18n.h"
#include "pages/plot/round_scale.h"

namespace signpost {
namespace {

constexpr size_t kMostLabels = 5;   // of half a wide screen; a narrow one has every second
constexpr size_t kMostDots = 31;    // of more points dots would hide the line
constexpr size_t kMostThick = 100;  // with more the strokes of neighbours run into each other
constexpr size_t kNameBytes = 36;   // of a bar, beside its figure on a narrow screen
constexpr double kBarRow = 2.75;    // heights in em: letters may be as large as a reader wants
constexpr double kBarTop = 1.5;
constexpr double kBarHeight = 0.75;

std::string with_two_decimals(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", number);
  return text;
}

std::string percent(double share) { return with_two_decimals(share) + "%"; }

std::string plot_text(const std::string& text) { return html_escaped(without_bidi_controls(text)); }

// Percentages of width and height place everything, so that no letter is stretched with its picture.
std::string opening(const PlotWords& words, const std::string& attributes) {
  const std::string title = words.id + "-title", description = words.id + "-desc";
  return "<svg " + attributes + " role=\"img\" aria-labelledby=\"" + title + "\" aria-describedby=\"" +
         description + "\"><title id=\"" + title + "\">" + plot_text(words.title) + "</title><desc id=\"" +
         description + "\">" + plot_text(words.description) + "</desc>";
}

std::string text_at(const std::string& place, const std::string& classes, const std::string& text) {
  return "<text " + place + (classes.empty() ? "" : " class=\"" + classes + "\"") + ">" + plot_text(text) +
         "</text>";
}

int64_t largest_of(const std::vector<PlotSeries>& series) {
  int64_t largest = 0;
  for (const PlotSeries& one : series)
    for (const int64_t figure : one.figures) largest = std::max(largest, figure);
  return largest;
}

double place_of(size_t point, size_t points) {
  return points < 2 ? 50.0 : 100.0 * static_cast<double>(point) / static_cast<double>(points - 1);
}

std::string draw_scale(const RoundScale& scale) {
  std::string lines, labels;
  for (const uint64_t value : scale.values()) {
    const std::string y =
        percent(100.0 - 100.0 * static_cast<double>(value) / static_cast<double>(scale.top));
    lines += "<line class=\"plot-grid\" x1=\"0\" x2=\"100%\" y1=\"" + y + "\" y2=\"" + y + "\"/>";
    labels +=
        text_at("x=\"-0.5em\" y=\"" + y + "\" dy=\"0.35em\" text-anchor=\"end\"", "", axis_label(value));
  }
  return lines + labels;
}

// As many as there is room for, at equal distances where the points allow it.
std::vector<size_t> labelled_points(size_t points) {
  std::vector<size_t> labelled;
  const size_t count = std::min(points, kMostLabels);
  labelled.reserve(count);
  for (size_t i = 0; i < count; ++i)
    labelled.push_back(count < 2 ? 0 : (i * (points - 1) + (count - 1) / 2) / (count - 1));
  return labelled;
}

std::string draw_points(const std::vector<std::string>& points) {
  std::string labels;
  const std::vector<size_t> labelled = labelled_points(points.size());
  for (size_t i = 0; i < labelled.size(); ++i) {
    const bool is_alone = points.size() == 1;
    const char* anchor = is_alone                           ? "middle"
                         : labelled[i] == 0                 ? "start"
                         : labelled[i] + 1 == points.size() ? "end"
                                                            : "middle";
    const bool is_extra = labelled.size() > 3 && i % 2 == 1;
    labels += text_at("x=\"" + percent(place_of(labelled[i], points.size())) +
                          "\" y=\"100%\" dy=\"1.6em\" text-anchor=\"" + anchor + "\"",
                      is_extra ? "plot-wide" : "", points[labelled[i]]);
  }
  return labels;
}

// The line is stretched to its place, its stroke is not; dots stand outside of what is stretched.
std::string draw_series(const PlotSeries& series, const RoundScale& scale, size_t number) {
  const std::string colour = "plot-" + std::to_string(number);
  const size_t points = series.figures.size();
  std::string corners, dots;
  for (size_t i = 0; i < points; ++i) {
    const double x = place_of(i, points), y = 100.0 - scale.share(series.figures[i]);
    if (i > 0) corners += ' ';
    corners += with_two_decimals(x) + "," + with_two_decimals(y);
    dots += "<circle cx=\"" + percent(x) + "\" cy=\"" + percent(y) + "\" r=\"3\"/>";
  }
  std::string drawn = "<g class=\"" + colour + "\">";
  if (points > 1)
    drawn +=
        "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" width=\"100%\" height=\"100%\"><polyline "
        "vector-effect=\"non-scaling-stroke\" points=\"" +
        corners + "\"/></svg>";
  if (points <= kMostDots) drawn += dots;
  return drawn + "</g>";
}

// Room for the labels on the left, in steps: a page has no styles of its own.
const char* margin_class(const RoundScale& scale) {
  const size_t letters = axis_label(scale.top).size();
  return letters <= 3 ? "plot-margin-s" : letters <= 7 ? "plot-margin-m" : "plot-margin-l";
}

}  // namespace

std::string draw_lines(const LinePlot& plot) {
  const RoundScale scale = round_scale(largest_of(plot.series));
  std::string classes = std::string("plot plot-lines ") + margin_class(scale);
  if (plot.points.size() > kMostThick) classes += " plot-dense";
  std::string drawn = opening(plot.words, "class=\"" + classes + "\"");
  drawn += draw_scale(scale) + draw_points(plot.points);
  for (size_t i = std::min(plot.series.size(), kMostSeries); i > 0; --i)  // the first lies on top
    drawn += draw_series(plot.series[i - 1], scale, i);
  return drawn + "</svg>";
}

std::string draw_bars(const BarPlot& plot) {
  int64_t largest = 1;
  for (const PlotBar& bar : plot.bars) largest = std::max(largest, bar.figure);
  const double height = kBarRow * static_cast<double>(std::max<size_t>(plot.bars.size(), 1));
  std::string drawn =
      opening(plot.words, "class=\"plot plot-bars\" height=\"" + with_two_decimals(height) + "em\"");
  for (size_t i = 0; i < plot.bars.size(); ++i) {
    const PlotBar& bar = plot.bars[i];
    const double top = kBarRow * static_cast<double>(i);
    const double width =
        100.0 * static_cast<double>(std::max<int64_t>(bar.figure, 0)) / static_cast<double>(largest);
    const std::string place = "y=\"" + with_two_decimals(top + kBarTop) + "em\" height=\"" +
                              with_two_decimals(kBarHeight) + "em\" rx=\"3\"";
    const std::string baseline = "y=\"" + with_two_decimals(top + 1) + "em\"";
    drawn += text_at(baseline, "", shortened(bar.name, kNameBytes)) +
             text_at(baseline + " x=\"100%\" text-anchor=\"end\"", "",
                     format_number(static_cast<uint64_t>(std::max<int64_t>(bar.figure, 0)))) +
             "<rect class=\"plot-track\" width=\"100%\" " + place + "/><rect class=\"plot-1\" width=\"" +
             percent(width) + "\" " + place + "/>";
  }
  return drawn + "</svg>";
}

}  // namespace signpost
