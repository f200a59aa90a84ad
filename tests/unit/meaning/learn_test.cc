// learn_test.cc - a generation learns what its sections mean from a server that knows a few concepts, and
// queries are found by it that share no word with the article.
#include "meaning/learn.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "../indexer/temporary_folder.h"
#include "../search/test_index.h"
#include "demand/query_sense.h"
#include "index/query_table.h"
#include "index/schema.h"
#include "index/section_vectors.h"
#include "scripted_embedder.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Words of two languages by what they are about.
const std::map<std::string, std::vector<std::string>> kConcepts = {
    {"bicycle", {"bicycle", "bike", "cycle", "자전거", "페달", "안장", "바퀴", "체인"}},
    {"kitchen", {"kitchen", "stove", "부엌"}},
    {"garden", {"garden", "flowers", "정원"}},
    {"engine", {"engine", "motor", "엔진"}},
    {"ticket", {"ticket", "fare", "승차권"}},
};

// The share of each concept among the words of a text, and a little of what all texts have.
nlohmann::json concept_vector(const std::string& text) {
  nlohmann::json vector = {0.3};
  for (const auto& [name, words] : kConcepts) {
    double count = 0;
    for (const std::string& word : words) {
      for (size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    }
    vector.push_back(count);
  }
  return vector;
}

std::string answer_by_concept(const testing::ReceivedRequest& request) {
  nlohmann::json data = nlohmann::json::array();
  for (const std::string& text : testing::texts_in(request))
    data.push_back({{"index", data.size()}, {"embedding", concept_vector(text)}});
  return testing::http_answer(200, nlohmann::json{{"data", data}}.dump());
}

// An English article on each concept, whose title has its first word; notes that have the others, each on its
// own; and Korean notes that have one Korean word each.
std::vector<Document> articles() {
  std::vector<Document> out;
  for (const auto& [name, words] : kConcepts) {
    out.push_back(
        make_document(name, "All about the " + name,
                      {"Ours is the best " + name + " of all.", "Care: clean your " + name + " twice."}));
    for (const std::string& word : words) {
      const bool korean = word.front() < 0;
      for (int i = 0; i < 3; ++i) {
        const std::string id = "note-" + std::to_string(out.size());
        out.push_back(
            korean ? make_document(id, "쪽지 " + std::to_string(i), {word + " 이야기", "둘째: 다시 " + word},
                                   "ko")
                   : make_document(id, "Note " + std::to_string(i), {"Some " + word, "More: on " + word}));
      }
    }
  }
  return out;
}

class LearnTest : public ::testing::Test {
 protected:
  MeaningReport learn(const std::string& dir, bool prune = false) {
    const Embedder embedder = testing::embedder_at(server_);
    EmbeddingCache cache(folder_.path("cache.sqlite"), [this](const std::string& text) { warned_ += text; });
    LearnOptions options;
    options.prune = prune;
    options.limits.pause = std::chrono::milliseconds(1);
    return learn_meaning(dir, embedder, cache, options);
  }
  static std::vector<std::string> found(const std::string& dir, const std::string& lang,
                                        const std::string& text) {
    const Searcher searcher(dir);
    std::vector<std::string> out;
    for (const Hit& hit : searcher.search(in(lang, text)).hits)
      out.push_back((hit.by_meaning ? "meaning:" : "") + hit.id);
    return out;
  }
  size_t texts_asked() const {
    size_t count = 0;
    for (const auto& request : server_.received()) count += testing::texts_in(request).size();
    return count;
  }

  TemporaryFolder folder_;
  std::string answer_;  // "" for what the concepts say
  std::string warned_;
  testing::ScriptedServer server_{[this](const testing::ReceivedRequest& request, size_t) {
    return answer_.empty() ? answer_by_concept(request) : answer_;
  }};
};

TEST_F(LearnTest, GivesEverySectionAVectorAndQueriesATable) {
  const TestIndex index(articles());
  const MeaningReport report = learn(index.dir());
  EXPECT_EQ(report.warning, "");
  EXPECT_EQ(report.missing, 0u);
  EXPECT_GT(report.terms, 10u);
  const SectionVectors vectors(index.dir() + "/vectors.bin");
  EXPECT_EQ(vectors.documents(), index.searcher().document_count());
  EXPECT_EQ(vectors.count(), report.sections);
  EXPECT_EQ(vectors.dimension(), kConcepts.size() + 1);
  EXPECT_FALSE(std::filesystem::exists(index.dir() + "/vectors.raw"));
  EXPECT_NO_THROW(Searcher(index.dir()).read_all());
}

TEST_F(LearnTest, FindsWhatIsMeantBehindWhatIsSaid) {
  const TestIndex index(articles());
  // In Korean each word is in notes of its own; the article on it is in English only.
  EXPECT_THAT(found(index.dir(), "ko", "안장 페달 바퀴 체인"), Not(Contains(HasSubstr("meaning:"))));
  learn(index.dir());
  EXPECT_THAT(found(index.dir(), "ko", "안장 페달 바퀴 체인"), Contains("meaning:note-1"));
  EXPECT_THAT(found(index.dir(), "ko", "안장 페달 바퀴 체인"), Not(Contains("meaning:kitchen")));
}

TEST_F(LearnTest, MovesUpWhatMeansTheSame) {
  const TestIndex index(articles());
  learn(index.dir());
  SearchRequest request = in("en", "clean the bike of all");
  request.explain = true;
  const SearchResponse response = Searcher(index.dir()).search(request);
  ASSERT_THAT(response.hits, Not(IsEmpty()));
  EXPECT_EQ(response.hits[0].id, "bicycle");
  std::string parts;
  for (const Contribution& part : response.hits[0].explanation) parts += part.what + "\n";
  EXPECT_THAT(parts, HasSubstr("meaning (factor)"));
}

TEST_F(LearnTest, RelatesWhatMeansTheSame) {
  std::vector<std::string> about;  // kitchens, in English
  for (const Document& document : articles()) {
    const std::string& text = document.sections.front().text;
    if (text.find("kitchen") != std::string::npos || text.find("stove") != std::string::npos)
      about.push_back(document.id);
  }
  const TestIndex index(articles());
  learn(index.dir());
  const std::vector<ArticleRef> related = Searcher(index.dir()).article("kitchen", "en")->related;
  EXPECT_EQ(related.size(), kRelatedCount);
  for (const ArticleRef& article : related) EXPECT_THAT(about, Contains(article.id));
}

// What visitors don't find is one gap, in whatever words they ask.
TEST_F(LearnTest, JoinsQueriesThatMeanTheSame) {
  const TestIndex index(articles());
  const auto join = [&](const std::string& a, const std::string& b) {
    const Searcher searcher(index.dir());
    const auto sense = [&](const std::string& text) { return sense_of(text, "", "en", searcher.index()); };
    return ask_the_same(sense(a), sense(b));
  };
  EXPECT_FALSE(join("a red bike", "the cycle"));
  learn(index.dir());
  EXPECT_TRUE(join("a red bike", "the cycle"));
  EXPECT_FALSE(join("a red bike", "the stove"));
}

TEST_F(LearnTest, IsTheSameWithEachRunAndAsksNothingTwice) {
  const TestIndex first(articles()), second(articles());
  learn(first.dir());
  const size_t asked = texts_asked();
  const MeaningReport again = learn(second.dir());
  EXPECT_EQ(again.asked, 0u);
  EXPECT_EQ(texts_asked(), asked);
  for (const char* file : {"/vectors.bin", "/query-table.bin"})
    EXPECT_EQ(read_file(first.dir() + file), read_file(second.dir() + file)) << file;
}

TEST_F(LearnTest, TakesOutOfTheCacheWhatItHasNotNeededOnlyWhenTold) {
  std::vector<Document> few = articles();
  few.resize(few.size() / 3);
  const TestIndex all(articles()), third(few);
  learn(all.dir());
  EXPECT_EQ(learn(third.dir()).asked, 0u);
  EXPECT_EQ(learn(all.dir()).asked, 0u);
  EXPECT_EQ(learn(third.dir(), true).asked, 0u);
  EXPECT_GT(learn(all.dir()).asked, 0u);
}

TEST_F(LearnTest, TellsTheCostBeforeItIsPaid) {
  const TestIndex index(articles());
  const Embedder embedder = testing::embedder_at(server_);
  EmbeddingCache cache(folder_.path("cache.sqlite"), [](const std::string&) {});
  const MeaningCost cost = cost_of_meaning(index.dir(), embedder, cache);
  EXPECT_EQ(texts_asked(), 0u);
  EXPECT_GT(cost.passages, 0u);
  const MeaningReport report = learn_meaning(index.dir(), embedder, cache);
  EXPECT_EQ(cost.passages + cost.queries, report.asked);
  const MeaningCost rest = cost_of_meaning(index.dir(), embedder, cache);
  EXPECT_EQ(rest.passages + rest.queries + rest.characters, 0u);
}

TEST_F(LearnTest, DoesWithoutAnEmbedderThatIsGone) {
  const TestIndex index(articles());
  answer_ = testing::http_answer(401, "{\"error\": \"no key\"}");
  const MeaningReport report = learn(index.dir());
  EXPECT_THAT(report.warning, HasSubstr("no key"));
  EXPECT_EQ(report.sections, 0u);
  EXPECT_FALSE(std::filesystem::exists(index.dir() + "/vectors.bin"));
  EXPECT_FALSE(std::filesystem::exists(index.dir() + "/query-table.bin"));
  EXPECT_THAT(found(index.dir(), "en", "bicycle"), Contains("bicycle"));
}

TEST_F(LearnTest, GoesOnWithWhatTheCacheKnowsWhenTheEmbedderIsGone) {
  std::vector<Document> some = articles();
  const TestIndex first(some);
  learn(first.dir());
  some.push_back(make_document("new", "Something new", {"Nobody has asked for this yet."}));
  const TestIndex second(some);
  answer_ = testing::http_answer(401, "{\"error\": \"no key\"}");
  const MeaningReport report = learn(second.dir());
  EXPECT_THAT(report.warning, HasSubstr("no key"));
  EXPECT_EQ(report.missing, 1u);
  EXPECT_THAT(found(second.dir(), "ko", "안장 페달 바퀴 체인"), Contains("meaning:note-1"));
  EXPECT_THAT(found(second.dir(), "en", "something new"), Contains("new"));
}

TEST_F(LearnTest, LearnsNothingFromTooLittle) {
  const TestIndex index({make_document("one", "One article", {"It is alone."})});
  const MeaningReport report = learn(index.dir());
  EXPECT_EQ(report.terms, 0u);
  EXPECT_FALSE(std::filesystem::exists(index.dir() + "/vectors.bin"));
  EXPECT_NO_THROW(Searcher(index.dir()).search(in("en", "article")));
}

TEST_F(LearnTest, SurvivesAnIndexWithoutDocuments) {
  const TestIndex index({});
  EXPECT_EQ(learn(index.dir()).sections, 0u);
}

}  // namespace
}  // namespace signpost
