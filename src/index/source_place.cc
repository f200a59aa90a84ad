// source_place.cc - see source_place.h.
#include "index/source_place.h"

#include "base/error.h"
#include "index/manifest.h"
#include "index/schema.h"
#include "index/snapshot.h"

namespace signpost {

SectionPlaces places_of_sections(const StoredMeta& meta, const Document& body, const SourceOwners& owners) {
  const std::string file = (owners.folder.empty() ? "" : owners.folder + "/") + body.source_path;
  const SourcePlace whole{file, 1, body.owners.empty() ? owners_of(owners.rules, file) : body.owners};
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
  if (read_manifest(generation_dir).schema_version != kSchemaVersion)
    throw Error(ErrorKind::corrupt, generation_dir + " is of another version of the program; index again");
  const Snapshot files(generation_dir);
  const SourceOwners owners = load_owners(generation_dir);
  for (const DocRecord& record : files.records()) {
    if (places.size() == wanted.size()) break;
    const StoredMeta meta = decode_meta(files.stores().read_meta(record));
    DocumentName name{meta.id, meta.lang};
    if (!wanted.contains(name)) continue;
    const Document body = decode_body(files.stores().read_body(record));
    places.emplace(std::move(name), places_of_sections(meta, body, owners));
  }
  return places;
}

}  // namespace signpost
