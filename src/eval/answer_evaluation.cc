// answer_evaluation.cc - asks each question once at no threshold, and judges what comes.
#include "eval/answer_evaluation.h"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <unordered_map>

#include "answer/confidence.h"
#include "base/ascii.h"
#include "base/error.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "eval/measures.h"
#include "index/unicode_fold.h"

namespace signpost {
namespace {

constexpr double kMostlyRight = 0.95;

// Letters alone, folded: what of a text no markup changes, which takes the numbers of a list.
std::string bare(std::string_view text) {
  std::string kept;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const bool digit = c < 0x80 && is_digit(static_cast<char>(c));
    if (classify(c) != CharClass::separator && !digit) append_utf8(kept, c);
  }
  return fold_case(kept);
}

// The document whose text is that of a paragraph.
class OwnDocuments {
 public:
  explicit OwnDocuments(const Searcher& searcher) {
    for (const ArticleRef& ref : searcher.all_articles()) {
      const auto document = searcher.quotable(ref.id, ref.lang);
      if (!document) continue;
      std::string text;
      for (size_t s = 0; s < document->section_count(); ++s) text += bare(document->section(s).text);
      by_text_.emplace(std::move(text), ref.id);
    }
  }
  const std::string& of(const AnswerQuestion& question) const {
    const auto found = by_text_.find(bare(question.own_text));
    if (question.own_text.empty() || found == by_text_.end())
      throw Error(ErrorKind::usage,
                  "question " + question.id + ": no document of the index has its paragraph");
    return found->second;
  }

 private:
  std::unordered_map<std::string, std::string> by_text_;
};

std::string place_of(const AnswerSource& source) { return source.id + '#' + source.anchor; }

bool is_right(const Quotation& quotation, const AnswerQuestion& question) {
  const std::vector<std::string>& sources = question.sources;
  return has_gold(quotation.text, question) &&
         (sources.empty() ||
          std::find(sources.begin(), sources.end(), place_of(quotation.source)) != sources.end());
}

AnswerRequest request_for(const AnswerQuestion& question, const std::string& lang) {
  AnswerRequest request;
  request.search.text = question.text;
  request.search.lang = question.lang.empty() ? lang : question.lang;
  return request;
}

// The share of the questions that are answered at the lowest threshold at which enough of these are right.
struct Reach {
  double share = 0;
  float threshold = 0;
};
Reach reach_at(const AnswerRun& run, double right_share) {
  std::vector<JudgedAnswer> order = run.answers;
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.confidence > b.confidence; });
  Reach out;
  size_t right = 0;
  for (size_t i = 0; i < order.size() && order[i].confidence >= 0; ++i) {
    right += order[i].right ? 1 : 0;
    if (static_cast<double>(right) >= right_share * static_cast<double>(i + 1))
      out = {static_cast<double>(i + 1) / static_cast<double>(order.size()), order[i].confidence};
  }
  return out;
}

std::string what_came(const AnswerResponse& response) {
  if (response.quotation) {
    return std::to_string(response.quotation->confidence) + ", " +
           std::string(to_string(response.quotation->kind)) + " of " + place_of(response.quotation->source) +
           ": " + response.quotation->text;
  }
  return "refused: " + std::string(to_string(*response.refusal));
}

}  // namespace

bool is_wanted(const AnswerResponse& response, const AnswerQuestion& question) {
  if (response.quotation) return question.refusals.empty() && is_right(*response.quotation, question);
  const std::vector<std::string>& reasons = question.refusals;
  return std::find(reasons.begin(), reasons.end(), to_string(*response.refusal)) != reasons.end();
}

AnswerRun judge_answers(const Searcher& searcher, const std::vector<AnswerQuestion>& questions,
                        const std::string& lang, float threshold, OwnText own) {
  AnswerRun out;
  std::optional<OwnDocuments> owners;
  if (own == OwnText::gone) owners.emplace(searcher);
  for (const AnswerQuestion& question : questions) {
    AnswerRequest request = request_for(question, lang);
    request.threshold = 0;
    if (owners) request.without = owners->of(question);
    const AnswerResponse response = answer(searcher, request);
    JudgedAnswer& judged = out.answers.emplace_back();
    judged.took_ms = response.took_ms;
    out.threshold = threshold >= 0 ? threshold : response.usual_threshold;
    if (!response.quotation) continue;
    judged.confidence = response.quotation->confidence;
    judged.answered = judged.confidence >= out.threshold;
    judged.right = is_right(*response.quotation, question);
    judged.characters = count_code_points(response.quotation->text);
  }
  return out;
}

double share_answered(const AnswerRun& run) {
  const auto answered =
      std::count_if(run.answers.begin(), run.answers.end(), [](const auto& a) { return a.answered; });
  return static_cast<double>(answered) / std::max<double>(1, static_cast<double>(run.answers.size()));
}

std::string summarize_answers(const AnswerRun& run) {
  size_t answered = 0, right = 0;
  std::vector<double> lengths, times;
  for (const JudgedAnswer& a : run.answers) {
    times.push_back(a.took_ms);
    if (!a.answered) continue;
    ++answered;
    right += a.right ? 1 : 0;
    lengths.push_back(static_cast<double>(a.characters));
  }
  const Reach sure = reach_at(run, kMostlyRight);
  std::ostringstream out;
  out << std::fixed << std::setprecision(4) << "questions  " << run.answers.size() << "\nthreshold  "
      << run.threshold << "\nanswered   " << share_answered(run) << "\nright      "
      << static_cast<double>(right) / std::max<double>(1, static_cast<double>(answered))
      << " of these\nat 95 %    " << sure.share << " answered, threshold " << sure.threshold
      << std::setprecision(0) << "\nlength     " << percentile(lengths, 0.5) << " characters, longest "
      << percentile(lengths, 1) << std::setprecision(3) << "\np50 ms     " << percentile(times, 0.5)
      << "\np99 ms     " << percentile(times, 0.99) << "\n";
  return out.str();
}

std::string check_answers(const Searcher& searcher, const std::vector<AnswerQuestion>& questions,
                          float threshold, size_t& failed) {
  std::ostringstream out;
  failed = 0;
  for (const AnswerQuestion& question : questions) {
    AnswerRequest request = request_for(question, "");
    request.threshold = threshold;
    const AnswerResponse response = answer(searcher, request);
    if (is_wanted(response, question)) continue;
    ++failed;
    out << printable(question.id) << "\t" << printable(question.text) << "\n    "
        << printable(what_came(response)) << "\n";
  }
  out << questions.size() - failed << " questions got what they want, " << failed << " did not\n";
  return out.str();
}

namespace {

void add_signals(const Searcher& searcher, AnswerRequest request, const AnswerQuestion& question,
                 std::string_view own, std::ostringstream& out) {
  request.search.explain = true;
  request.most_considered = SIZE_MAX;
  for (const ConsideredQuotation& c : answer(searcher, request).considered) {
    const AnswerKind kind = c.quotation.kind;
    if (kind == AnswerKind::steps || kind == AnswerKind::table_row || kind == AnswerKind::code) continue;
    out << question.id << "\t" << own << "\t" << (own == "there" && is_right(c.quotation, question)) << "\t"
        << place_of(c.quotation.source) << "\t" << c.quotation.begin << "\t" << c.quotation.end;
    for (const float input : c.inputs) out << "\t" << input;
    out << "\n";
  }
}

}  // namespace

std::string answer_signals_table(const Searcher& searcher, const std::vector<AnswerQuestion>& questions,
                                 const std::vector<AnswerQuestion>& foreign, const std::string& lang) {
  const OwnDocuments owners(searcher);
  std::ostringstream out;
  out << "question\town\tright\tplace\tbegin\tend";
  for (const std::string_view name : model_names()) out << "\t" << name;
  out << "\n";
  for (const AnswerQuestion& question : questions) {
    AnswerRequest request = request_for(question, lang);
    add_signals(searcher, request, question, "there", out);
    request.without = owners.of(question);
    add_signals(searcher, request, question, "gone", out);
  }
  for (const AnswerQuestion& question : foreign)
    add_signals(searcher, request_for(question, lang), question, "foreign", out);
  return out.str();
}

}  // namespace signpost
