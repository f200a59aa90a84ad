// missing_fonts.cc - see missing_fonts.h.
#include "indexer/missing_fonts.h"

#include <map>
#include <string_view>

#include "base/printable.h"
#include "indexer/counts.h"

namespace signpost {

void warn_of_missing_fonts(const Corpus& corpus, const CorpusFacts& facts, std::ostream& err) {
  struct Lacking {
    uint64_t articles = 0;
    const std::string* first = nullptr;
  };
  std::map<std::string_view, Lacking> by_package;
  for (size_t i = 0; i < facts.size(); ++i) {
    if (!facts[i] || facts[i]->lacks_font.empty()) continue;
    Lacking& lacking = by_package[facts[i]->lacks_font];
    if (lacking.articles++ == 0) lacking.first = &corpus.documents[i].info.path;
  }
  for (const auto& [package, lacking] : by_package) {
    err << "signpost-index: warning: " << counted(lacking.articles, "article has", "articles have")
        << " no picture for links, such as " << printable(*lacking.first)
        << ": no font of this machine has all letters of the title or of the site's name; install " << package
        << " (Debian) and run with --full, or write 'cards: false' into site.yaml\n";
  }
}

}  // namespace signpost
