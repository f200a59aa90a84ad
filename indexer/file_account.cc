// file_account.cc - see file_account.h.
#include "indexer/file_account.h"

#include <filesystem>
#include <map>
#include <set>

#include "base/error.h"
#include "indexer/counts.h"

namespace signpost {
namespace {

// ".mdx" of "a/b.mdx", "other" of a name without one.
std::string ending_of(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  return ending.empty() ? "other" : ending;
}

}  // namespace

void account_for_files(const Corpus& corpus, const CorpusFacts& facts, RunReport& report) {
  report.files = corpus.files;
  std::set<std::string> explained;
  for (const Diagnostic& diagnostic : report.diagnostics) explained.insert(diagnostic.path);
  for (size_t i = 0; i < corpus.documents.size(); ++i) {
    const SourceDocument& document = corpus.documents[i];
    report.source_bytes += document.bytes;
    if (facts[i]) {
      report.leftovers.add(facts[i]->leftovers);
      report.files_indexed += document.files.size();
      for (const std::string& path : document.files) ++report.by_ending[ending_of(path)];
      continue;
    }
    report.files.left_out += document.files.size();
    if (explained.count(document.info.path) == 0) {
      report.diagnostics.push_back(
          {Severity::error, document.info.path, 0, 0, "internal", "left out for a reason that got lost"});
    }
  }
  const FileCounts& files = report.files;
  if (files.markdown != report.files_indexed + files.incidents + files.left_out + files.drafts +
                            files.excluded + files.internal + files.replies) {
    throw Error(ErrorKind::internal, "the counts of Markdown files don't add up");
  }
}

std::string endings_without_markdown(const Corpus& corpus) {
  std::map<std::string, uint64_t> endings;
  for (const std::string& path : corpus.other_files) ++endings[ending_of(path)];
  return endings.empty() ? "" : ": its files are " + list_of(endings);
}

}  // namespace signpost
