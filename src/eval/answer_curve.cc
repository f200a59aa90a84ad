// answer_curve.cc - sorts the answers by confidence and counts from the top.
#include "eval/answer_curve.h"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <vector>

#include "base/escape.h"

namespace signpost {
namespace {

struct Point {
  float threshold = 0;
  double answered = 0;
  double right = 0;
};

std::vector<Point> points_of(const AnswerRun& run) {
  std::vector<JudgedAnswer> order = run.answers;
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  std::vector<Point> out;
  const auto all = static_cast<double>(order.size());
  size_t right = 0;
  for (size_t i = 0; i < order.size() && order[i].confidence >= 0; ++i) {
    right += order[i].right ? 1 : 0;
    const bool percent = (i + 1) * 100 / order.size() != i * 100 / order.size();
    if (!percent && i + 1 < order.size()) continue;
    const auto n = static_cast<double>(i + 1);
    out.push_back({order[i].confidence, n / all, static_cast<double>(right) / n});
  }
  return out;
}

constexpr int kLeft = 60, kTop = 40, kWidth = 520, kHeight = 300;
constexpr double kLowest = 0.5;  // of the vertical axis

double x_of(double answered) { return kLeft + answered * kWidth; }
double y_of(double right) { return kTop + (1 - std::max(right, kLowest)) / (1 - kLowest) * kHeight; }

void draw_axes(std::ostringstream& out) {
  for (int percent = 0; percent <= 100; percent += 25) {
    const double x = x_of(percent / 100.0);
    out << "<line x1='" << x << "' y1='" << kTop << "' x2='" << x << "' y2='" << kTop + kHeight
        << "' stroke='#ccc'/><text x='" << x << "' y='" << kTop + kHeight + 20 << "' text-anchor='middle'>"
        << percent << "</text>\n";
  }
  for (int percent = 50; percent <= 100; percent += 10) {
    const double y = y_of(percent / 100.0);
    out << "<line x1='" << kLeft << "' y1='" << y << "' x2='" << kLeft + kWidth << "' y2='" << y
        << "' stroke='#ccc'/><text x='" << kLeft - 8 << "' y='" << y + 4 << "' text-anchor='end'>" << percent
        << "</text>\n";
  }
  out << "<text x='" << kLeft + kWidth / 2 << "' y='" << kTop + kHeight + 42
      << "' text-anchor='middle'>answered, %</text>\n<text x='14' y='" << kTop + kHeight / 2
      << "' text-anchor='middle' transform='rotate(-90 14 " << kTop + kHeight / 2
      << ")'>right among these, %</text>\n";
}

}  // namespace

std::string curve_csv(const AnswerRun& run) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(4) << "threshold,answered,right\n";
  for (const Point& p : points_of(run)) out << p.threshold << "," << p.answered << "," << p.right << "\n";
  return out.str();
}

std::string curve_svg(const AnswerRun& run, const std::string& title) {
  const std::vector<Point> points = points_of(run);
  std::ostringstream out;
  out << std::fixed << std::setprecision(1)
      << "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 620 400' font-family='sans-serif' "
         "font-size='12'>\n<rect width='620' height='400' fill='#fff'/>\n<text x='60' y='22' "
         "font-size='15'>"
      << html_escaped(title) << "</text>\n";
  draw_axes(out);
  out << "<polyline fill='none' stroke='#2457d6' stroke-width='2' points='";
  for (const Point& p : points) out << x_of(p.answered) << "," << y_of(p.right) << " ";
  out << "'/>\n";
  const auto used = std::find_if(points.rbegin(), points.rend(),
                                 [&run](const Point& p) { return p.threshold >= run.threshold; });
  if (used != points.rend())
    out << "<circle cx='" << x_of(used->answered) << "' cy='" << y_of(used->right)
        << "' r='5' fill='#c2410c'/>\n";
  out << "</svg>\n";
  return out.str();
}

}  // namespace signpost
