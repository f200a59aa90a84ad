// plot_test.cc - plots are judged as the trees of elements that a reader of XML finds in them; how they look
// is seen in tests/e2e/insights.test.mjs.
#include "pages/plot/plot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <regex>

#include "pages/plot/round_scale.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const PlotWords kWords = {"searches", "Searches by day", "From 1 to 3."};

// What the group stands for in every match of the expression, in their order.
std::vector<std::string> all(const std::string& text, const std::string& expression) {
  const std::regex wanted(expression);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), wanted), end; it != end; ++it)
    found.push_back((*it)[1]);
  return found;
}

std::vector<std::string> axis_of(const std::string& svg) {
  return all(svg, "<text x=\"-0.5em\"[^>]*>([^<]*)</text>");
}
std::vector<std::string> labels_of(const std::string& svg) {
  return all(svg, "dy=\"1.6em\"[^>]*>([^<]*)</text>");
}

// Every element is closed in its order, and no attribute is cut.
void expect_well_formed(const std::string& svg) {
  std::vector<std::string> open;
  for (size_t at = svg.find('<'); at != std::string::npos; at = svg.find('<', at + 1)) {
    const size_t end = svg.find('>', at);
    ASSERT_NE(end, std::string::npos) << svg;
    const std::string tag = svg.substr(at + 1, end - at - 1);
    ASSERT_THAT(tag, Not(HasSubstr("<"))) << svg;
    EXPECT_EQ(std::count(tag.begin(), tag.end(), '"') % 2, 0) << tag;
    const std::string name = tag.substr(0, tag.find_first_of(" /", 1));
    if (tag[0] == '/') {
      ASSERT_FALSE(open.empty()) << svg;
      EXPECT_EQ(name, "/" + open.back());
      open.pop_back();
    } else if (tag.back() != '/') {
      open.push_back(name);
    }
  }
  EXPECT_THAT(open, IsEmpty()) << svg;
}

LinePlot plot_of(std::vector<std::string> points, std::vector<PlotSeries> series) {
  return {kWords, std::move(points), std::move(series)};
}

TEST(DrawLines, IsAPictureWithATitleAndADescription) {
  const std::string svg = draw_lines(plot_of({"a", "b"}, {{"all", {1, 2}}}));
  expect_well_formed(svg);
  EXPECT_THAT(svg, StartsWith("<svg class=\"plot plot-lines plot-margin-s\" role=\"img\" "
                              "aria-labelledby=\"searches-title\" aria-describedby=\"searches-desc\">"
                              "<title id=\"searches-title\">Searches by day</title>"
                              "<desc id=\"searches-desc\">From 1 to 3.</desc>"));
}

TEST(DrawLines, PlacesEveryFigure) {
  const std::string svg = draw_lines(plot_of({"a", "b", "c"}, {{"all", {0, 3, 6}}, {"none", {6, 0, 0}}}));
  expect_well_formed(svg);
  EXPECT_THAT(axis_of(svg), ElementsAre("0", "2", "4", "6"));
  EXPECT_THAT(labels_of(svg), ElementsAre("a", "b", "c"));
  // The first series lies on top, so it comes last.
  EXPECT_THAT(all(svg, "points=\"([^\"]*)\""),
              ElementsAre("0.00,0.00 50.00,100.00 100.00,100.00", "0.00,100.00 50.00,50.00 100.00,0.00"));
  EXPECT_THAT(all(svg, "<g class=\"([^\"]*)\""), ElementsAre("plot-2", "plot-1"));
  EXPECT_EQ(all(svg, "(<circle)").size(), 6u);
  EXPECT_THAT(all(svg, "text-anchor=\"(start|middle)\""), ElementsAre("start", "middle"));
}

TEST(DrawLines, HasAPictureOfNoneZeroAndOne) {
  const std::string none = draw_lines(plot_of({}, {{"all", {}}}));
  expect_well_formed(none);
  EXPECT_THAT(axis_of(none), ElementsAre("0", "1"));
  EXPECT_THAT(labels_of(none), IsEmpty());
  EXPECT_THAT(none, Not(HasSubstr("<circle")));
  EXPECT_THAT(draw_lines(plot_of({}, {})), Not(HasSubstr("<g")));
  const std::string zeros = draw_lines(plot_of({"a", "b"}, {{"all", {0, 0}}}));
  EXPECT_THAT(axis_of(zeros), ElementsAre("0", "1"));
  EXPECT_THAT(zeros, HasSubstr("points=\"0.00,100.00 100.00,100.00\""));
  const std::string one = draw_lines(plot_of({"a"}, {{"all", {7}}}));
  expect_well_formed(one);
  EXPECT_THAT(one, Not(HasSubstr("<polyline"))) << "a line of one point is none";
  EXPECT_THAT(one, HasSubstr("<circle cx=\"50.00%\" cy=\"12.50%\""));
}

TEST(DrawLines, HasRoomForTheLargestFigures) {
  constexpr int64_t kMost = std::numeric_limits<int64_t>::max();
  const std::string svg =
      draw_lines(plot_of({"a", "b"}, {{"all", {kMost, std::numeric_limits<int64_t>::min()}}}));
  expect_well_formed(svg);
  EXPECT_THAT(axis_of(svg), ElementsAre("0", "5e18", "1e19"));
  EXPECT_THAT(svg, HasSubstr("points=\"0.00,7.77 100.00,100.00\""));
  EXPECT_THAT(draw_lines(plot_of({"a"}, {{"all", {50'000}}})), HasSubstr("plot-margin-m"));
  EXPECT_THAT(draw_lines(plot_of({"a"}, {{"all", {3'000'000}}})), HasSubstr("plot-margin-l"));
}

TEST(DrawLines, LabelsNoMorePointsThanThereIsRoomFor) {
  for (const size_t days : {7u, 30u, 90u, 365u}) {
    std::vector<std::string> points;
    for (size_t day = 0; day < days; ++day) points.push_back(std::to_string(day));
    const std::string svg = draw_lines(plot_of(points, {{"all", std::vector<int64_t>(days, 5)}}));
    const std::vector<std::string> labels = labels_of(svg);
    ASSERT_EQ(labels.size(), 5u) << days;
    EXPECT_EQ(labels.front(), "0");
    EXPECT_EQ(labels.back(), std::to_string(days - 1));
    const int gap = static_cast<int>(days - 1) / 4;
    for (size_t i = 1; i < labels.size(); ++i)
      EXPECT_NEAR(std::stoi(labels[i]) - std::stoi(labels[i - 1]), gap, 1) << days;
    EXPECT_EQ(all(svg, "(class=\"plot-wide\")").size(), 2u) << "a narrow screen has three";
    EXPECT_EQ(svg.find("<circle") != std::string::npos, days <= 30) << days;
    EXPECT_EQ(svg.find(" plot-dense\"") != std::string::npos, days == 365) << days;
  }
}

TEST(DrawLines, DrawsNoMoreSeriesThanHaveAColour) {
  const PlotSeries series = {"all", {1}};
  EXPECT_EQ(all(draw_lines(plot_of({"a"}, {series, series, series, series})), "(<g )").size(), kMostSeries);
}

TEST(DrawLines, ShowsTextsAsTexts) {
  LinePlot plot = plot_of({"</svg><script>", "\u202Eb&"}, {{"all", {1, 2}}});
  plot.words.title = "<img src=x onerror=\"x\">";
  plot.words.description = "</desc><script>\u2066";
  const std::string svg = draw_lines(plot);
  expect_well_formed(svg);
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
  EXPECT_THAT(svg, Not(HasSubstr("<img")));
  EXPECT_THAT(svg, HasSubstr("&lt;img src=x onerror=&quot;x&quot;&gt;"));
  EXPECT_THAT(labels_of(svg), ElementsAre("&lt;/svg&gt;&lt;script&gt;", "b&amp;"));
}

TEST(DrawBars, HasABarForEach) {
  const std::string svg = draw_bars({kWords, {{"English", 200}, {"한국어", 50}, {"日本語", 0}}});
  expect_well_formed(svg);
  EXPECT_THAT(svg, HasSubstr("class=\"plot plot-bars\" height=\"8.25em\" role=\"img\""));
  EXPECT_THAT(all(svg, "<rect class=\"plot-1\" width=\"([^\"]*)\""),
              ElementsAre("100.00%", "25.00%", "0.00%"));
  EXPECT_THAT(all(svg, "<text[^>]*>([^<]*)</text>"),
              ElementsAre("English", "200", "한국어", "50", "日本語", "0"));
}

TEST(DrawBars, HasAPictureOfNoneZeroAndTheLargest) {
  expect_well_formed(draw_bars({kWords, {}}));
  EXPECT_THAT(draw_bars({kWords, {}}), HasSubstr("height=\"2.75em\""));
  EXPECT_THAT(draw_bars({kWords, {{"a", 0}, {"b", -5}}}), Not(HasSubstr("nan")));
  const std::string largest = draw_bars({kWords, {{"a", std::numeric_limits<int64_t>::max()}, {"b", 1}}});
  EXPECT_THAT(all(largest, "<rect class=\"plot-1\" width=\"([^\"]*)\""), ElementsAre("100.00%", "0.00%"));
  EXPECT_THAT(largest, HasSubstr(">9,223,372,036,854,775,807<"));
}

TEST(DrawBars, ShowsTextsAsTextsAndCutsThem) {
  const std::string svg = draw_bars({kWords, {{"<b>\u202E\"" + std::string(100, 'x'), 1}}});
  expect_well_formed(svg);
  EXPECT_THAT(svg, HasSubstr("&lt;b&gt;&quot;x"));
  EXPECT_THAT(svg, HasSubstr("x…<"));
  EXPECT_THAT(svg, Not(HasSubstr(std::string(36, 'x'))));
}

}  // namespace
}  // namespace signpost
