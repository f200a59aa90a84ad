// stock_xapian_index.cc - the baseline of indexing speed: one thread of Xapian as its manual shows it.
// Run by tests/bench/index.sh.
//
//   bench_stock_index SOURCE SITE_YAML DATABASE_DIR
//
// The text is the same that signpost-index indexes (title and plain text of every document), made beforehand
// and not timed: only TermGenerator, add_document and commit are.
#include <xapian.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <iostream>

#include "base/error.h"
#include "content/article.h"
#include "content/language.h"
#include "content/parse.h"
#include "content/thread.h"
#include "indexer/corpus.h"
#include "indexer/corpus_links.h"
#include "indexer/site_file.h"
#include "indexer/source_folder.h"

namespace signpost {
namespace {

struct Text {
  std::string id;
  std::string lang;
  std::string title;
  std::string body;
};

struct Input {
  std::vector<Text> texts;
  uint64_t markdown_bytes = 0;
  uint64_t text_bytes = 0;
};

std::string plain_text(const Document& document) {
  std::string text;
  for (const Section& section : document.sections) text += section.heading + "\n" + section.text + "\n";
  return text;
}

Input read_input(const std::string& source, const std::string& site_path) {
  const SourceFolder folder(source);
  const SiteFile site = load_site(folder, site_path);
  const Corpus corpus = scan_corpus(folder, site.site, false, "");
  const LinkResolver links = make_link_resolver(corpus);
  Input input;
  for (const SourceDocument& item : corpus.documents) {
    std::vector<SourceFile> files;
    for (const std::string& path : item.files) {
      files.push_back({path, folder.read_file(path, kMaxMarkdownBytes).bytes});
    }
    const ParseResult parsed = item.info.kind == Kind::community
                                   ? parse_thread(item.info, files, site.site, links)
                                   : parse_article(item.info, files[0], site.site, links);
    input.markdown_bytes += item.bytes;
    if (!parsed.document) continue;
    input.texts.push_back(
        {parsed.document->id, parsed.document->lang, parsed.document->title, plain_text(*parsed.document)});
    input.text_bytes += input.texts.back().title.size() + input.texts.back().body.size();
  }
  return input;
}

struct Timing {
  double seconds = 0;
  double cpu_seconds = 0;
};

double cpu_now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Timing index(const Input& input, const std::string& database_dir) {
  const auto start = std::chrono::steady_clock::now();
  const double cpu_start = cpu_now();
  Xapian::WritableDatabase database(database_dir, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  for (const Text& text : input.texts) {
    Xapian::Document document;
    generator.set_document(document);
    // Xapian has no stemmer for Korean or Japanese: there only the n-grams count.
    generator.set_stemmer(base_language(text.lang) == "en" ? Xapian::Stem("en") : Xapian::Stem());
    generator.set_termpos(0);
    generator.index_text(text.title, 5);
    generator.increase_termpos();
    generator.index_text(text.body);
    document.set_data(text.id);
    database.add_document(document);
  }
  database.commit();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
          cpu_now() - cpu_start};
}

int run(const std::string& source, const std::string& site, const std::string& database_dir) {
  const Input input = read_input(source, site);
  const Timing timing = index(input, database_dir);
  const double megabytes = static_cast<double>(input.markdown_bytes) / 1e6;
  uint64_t index_bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(database_dir)) index_bytes += file.file_size();
  std::printf(
      "{\"documents\": %zu, \"markdown_bytes\": %llu, \"text_bytes\": %llu, \"index_bytes\": %llu, "
      "\"seconds\": %.3f, \"cpu_seconds\": %.3f, \"mb_per_second\": %.2f}\n",
      input.texts.size(), static_cast<unsigned long long>(input.markdown_bytes),
      static_cast<unsigned long long>(input.text_bytes), static_cast<unsigned long long>(index_bytes),
      timing.seconds, timing.cpu_seconds, megabytes / timing.seconds);
  return 0;
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: bench_stock_index SOURCE SITE_YAML DATABASE_DIR\n";
    return 2;
  }
  try {
    return signpost::run(argv[1], argv[2], argv[3]);
  } catch (const Xapian::Error& error) {
    std::cerr << "bench_stock_index: " << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "bench_stock_index: " << error.what() << '\n';
  }
  return 1;
}
