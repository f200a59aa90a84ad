// source_place.cc - see source_place.h.
#include "index/source_place.h"

#include "index/snapshot.h"

namespace signpost {

SectionPlaces places_of_sections(const StoredMeta& meta, const Document& body, const SourceHistory& history) {
  const std::string file = (history.folder.empty() ? "" : history.folder + "/") + body.source_path;
  const SourcePlace whole{file, 1, body.owners.empty() ? owners_of(history.owners, file) : body.owners};
  SectionPlaces places;
  for (size_t section = 0; section < meta.sections.size(); ++section) {
    SourcePlace place = whole;
    if (section < body.section_lines.size() && body.section_lines[section] > 0)
      place.line = body.section_lines[section];
    places.emplace(meta.sections[section].anchor, std::move(place));
  }
  places.insert_or_assign("", whole);
  return places;
}

std::map<DocumentName, SectionPlaces> read_source_places(const std::string& generation_dir,
                                                         const std::set<DocumentName>& wanted) {
  std::map<DocumentName, SectionPlaces> places;
  if (wanted.empty()) return places;
  const Snapshot files(generation_dir);
  for (const DocRecord& record : files.records()) {
    const StoredMeta meta = decode_meta(files.stores().read_meta(record));
    DocumentName name{meta.id, meta.lang};
    if (!wanted.contains(name)) continue;
    const Document body = decode_body(files.stores().read_body(record));
    places.emplace(std::move(name), places_of_sections(meta, body, files.history()));
  }
  return places;
}

}  // namespace signpost
