// article_file.cc - see article_file.h.
#include "api/article_file.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {

ArticleFile article_file(const Searcher& searcher, const SourceOwners& owners, const ArticleRef& article) {
  ArticleFile found;
  const auto places = searcher.source_places(article.id, article.lang, owners);
  const auto whole = places ? places->find("") : SectionPlaces::const_iterator();
  if (!places || whole == places->end()) return found;
  found.file = whole->second.file;
  found.source = found.file.substr(owners.folder.empty() ? 0 : owners.folder.size() + 1);
  found.owners = whole->second.owners;
  return found;
}

bool is_looked_after_by(const ArticleFile& file, const std::string& owner) {
  const std::string wanted = lower_case(owner);
  return wanted.empty() || std::any_of(file.owners.begin(), file.owners.end(),
                                       [&](const std::string& name) { return lower_case(name) == wanted; });
}

}  // namespace signpost
