// micro.cc - the parts of indexing and searching by themselves, on the sample help centre, so that a change
// of one shows. Run by tests/bench/micro.sh with the options of Google Benchmark.
//
//   bench_micro GENERATION_DIR [--benchmark_...]
#include <benchmark/benchmark.h>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "index/analyzer.h"
#include "index/encode.h"
#include "search/searcher.h"

namespace signpost {
namespace {

class CountTokens : public TokenSink {
 public:
  void token(const Token&) override { ++count; }
  size_t count = 0;
};

// Markdown of all articles in a language, as a long text.
std::string text_in(const Searcher& searcher, const std::string& lang) {
  std::string text;
  for (const ArticleRef& ref : searcher.all_articles()) {
    if (ref.lang == lang) text += searcher.article(ref.id, lang)->document.markdown;
  }
  return text;
}

void analyze(benchmark::State& state, const std::string& text, const std::string& lang) {
  Analyzer analyzer(lang);
  for (auto _ : state) {
    CountTokens tokens;
    analyzer.analyze(text, 0, tokens);
    benchmark::DoNotOptimize(tokens.count);
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void search(benchmark::State& state, const Searcher& searcher, const std::string& query) {
  SearchRequest request;
  request.text = query;
  for (auto _ : state) benchmark::DoNotOptimize(searcher.search(request));
}

void suggest(benchmark::State& state, const Searcher& searcher, const std::string& typed) {
  for (auto _ : state) benchmark::DoNotOptimize(searcher.suggest(typed, ""));
}

void read_article(benchmark::State& state, const Searcher& searcher) {
  const ArticleRef first = searcher.all_articles().front();
  for (auto _ : state) benchmark::DoNotOptimize(searcher.article(first.id, first.lang));
}

void register_all(const Searcher& searcher) {
  for (const char* lang : {"en", "ko", "ja"}) {
    benchmark::RegisterBenchmark((std::string("analyze/") + lang).c_str(), analyze, text_in(searcher, lang),
                                 lang);
  }
  const std::pair<const char*, const char*> queries[] = {
      {"one_word", "install"},
      {"question", "how do I roll back to the previous generation"},
      {"typo", "synonims"},
      {"korean", "이전 버전으로 되돌리는 방법"},
      {"japanese", "記事を翻訳するには"},
      {"phrase", "\"front matter\""},
      {"filters", "kind:community index"}};
  for (const auto& [name, query] : queries) {
    benchmark::RegisterBenchmark(
        (std::string("search/") + name).c_str(),
        [&searcher, text = std::string(query)](benchmark::State& state) { search(state, searcher, text); });
  }
  benchmark::RegisterBenchmark("suggest/one_letter",
                               [&searcher](benchmark::State& state) { suggest(state, searcher, "i"); });
  benchmark::RegisterBenchmark("suggest/half_a_syllable",
                               [&searcher](benchmark::State& state) { suggest(state, searcher, "검ㅅ"); });
  benchmark::RegisterBenchmark("article",
                               [&searcher](benchmark::State& state) { read_article(state, searcher); });
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: bench_micro GENERATION_DIR [--benchmark_...]\n";
    return 2;
  }
  try {
    const signpost::Searcher searcher(argv[1]);
    signpost::register_all(searcher);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "bench_micro: " << error.what() << '\n';
  }
  return 1;
}
