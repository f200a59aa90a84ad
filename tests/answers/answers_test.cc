// answers_test.cc - answers of the sample help centre, whose articles lie in articles/: every quotation is
// what its section says, whatever is asked; and what becomes of each question in questions.tsv is as it was
// reviewed, in outcomes.txt. SIGNPOST_UPDATE_GOLDENS=1 rewrites that file.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <sstream>

#include "answer/answer.h"
#include "base/dates.h"
#include "base/file_io.h"
#include "base/sanitized_build.h"
#include "base/sha256.h"
#include "eval/answer_evaluation.h"
#include "eval/answer_questions.h"
#include "eval/golden.h"
#include "index/generation.h"
#include "indexer/indexing_run.h"
#include "search/searcher.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

const std::string kSource = SIGNPOST_SOURCE_DIR;
constexpr int kRandomQuestions = kSanitizedBuild ? 100 : 3000;  // in each language

class Answers : public ::testing::Test {
 protected:
  // One index for all.
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    IndexOptions options;
    options.source = kSource + "/articles";
    options.output = folder_->path("index");
    std::ostringstream out;
    std::ostringstream err;
    ASSERT_EQ(run_index(options, out, err), kExitClean) << err.str();
    searcher_ = new Searcher(*current_generation(options.output));
  }
  static void TearDownTestSuite() {
    delete searcher_;
    delete folder_;
  }

  static AnswerRequest asked(const std::string& text, const std::string& lang) {
    AnswerRequest request;
    request.search.text = text;
    request.search.lang = lang;
    request.search.today = parse_day("2026-11-29");
    return request;
  }

  // "" when the answer's text and sum are those of the section that it names.
  static std::string lie(const AnswerResponse& response) {
    if (!response.quotation) return "";
    const Quotation& q = *response.quotation;
    const auto document = searcher_->quotable(q.source.id, q.source.lang);
    if (!document) return "no document " + q.source.id;
    const auto section = document->find_section(q.source.anchor);
    if (!section) return "no section " + q.source.anchor + " in " + q.source.id;
    const std::string text = document->section(*section).text;
    if (q.end > text.size() || q.text.empty() || text.substr(q.begin, q.end - q.begin) != q.text)
      return "another text in " + q.source.url;
    Sha256 sum;
    sum.add(text);
    return to_hex(sum.finish()) == q.sha256 ? "" : "another sum of " + q.source.url;
  }

  // Words as they stand in the articles of a language.
  static std::vector<std::string> words_of(const std::string& lang) {
    std::vector<std::string> out;
    for (const ArticleRef& ref : searcher_->all_articles()) {
      if (ref.lang != lang) continue;
      const auto document = searcher_->quotable(ref.id, ref.lang);
      for (size_t s = 0; s < document->section_count(); ++s) {
        std::istringstream text(document->section(s).text);
        for (std::string word; text >> word;) out.push_back(word);
      }
    }
    return out;
  }

  static TemporaryFolder* folder_;
  static Searcher* searcher_;
};
TemporaryFolder* Answers::folder_ = nullptr;
Searcher* Answers::searcher_ = nullptr;

TEST_F(Answers, AreWhatTheirSectionsSay) {
  size_t quoted = 0;
  const auto check = [&](const std::string& text, const std::string& lang) {
    AnswerRequest request = asked(text, lang);
    request.threshold = 0;  // whatever could be quoted
    const AnswerResponse response = answer(*searcher_, request);
    EXPECT_EQ(lie(response), "") << text;
    quoted += response.quotation ? 1 : 0;
  };
  const std::string golden = kSource + "/articles/queries.yaml";
  for (const GoldenQuery& query : parse_golden(read_file(golden), golden)) check(query.text, query.lang);
  std::mt19937 random(20261129);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same questions in each run
  for (const std::string lang : {"en", "ko", "ja"}) {
    const std::vector<std::string> words = words_of(lang);
    ASSERT_FALSE(words.empty());
    for (int i = 0; i < kRandomQuestions; ++i) {
      std::string text = words[random() % words.size()];
      for (size_t n = random() % 7; n > 0; --n) text += ' ' + words[random() % words.size()];
      check(text, lang);
    }
  }
  EXPECT_GT(quoted, kRandomQuestions * 2U);
}

// "en-07 right passage", "en-01 refused low_confidence", "ko-03 wrong": for each question.
TEST_F(Answers, OfTheSampleQuestionsAreAsReviewed) {
  const std::string path = kSource + "/tests/answers/questions.tsv";
  std::string outcomes;
  size_t questions = 0;
  size_t to_refuse = 0;
  for (const AnswerQuestion& question : parse_answer_questions(read_file(path), path)) {
    const AnswerResponse response = answer(*searcher_, asked(question.text, question.lang));
    const bool right = is_wanted(response, question);
    ++questions;
    outcomes += question.id + '\t';
    if (response.quotation) {
      outcomes += std::string(right ? "right " : "wrong ") + std::string(to_string(response.quotation->kind));
    } else {
      outcomes += "refused " + std::string(to_string(*response.refusal));
    }
    outcomes += '\n';
    if (question.refusals.empty()) continue;
    ++to_refuse;
    EXPECT_TRUE(right) << question.text;
  }
  EXPECT_EQ(questions, 120u);
  EXPECT_EQ(to_refuse, 30u);
  EXPECT_EQ(outcomes.find("wrong"), std::string::npos) << outcomes;
  const std::string reviewed = kSource + "/tests/answers/outcomes.txt";
  if (std::getenv("SIGNPOST_UPDATE_GOLDENS") != nullptr) write_file(reviewed, outcomes);
  EXPECT_EQ(outcomes, read_file(reviewed)) << "SIGNPOST_UPDATE_GOLDENS=1 rewrites it";
}

}  // namespace
}  // namespace signpost
