// dead_documents.cc - counts a dead document by encoding it once more from what is stored of it.
#include "index/dead_documents.h"

#include "base/error.h"
#include "index/encode.h"
#include "index/stored_document.h"

namespace signpost {

void count_dead(const StoreFiles& stores, const DocRecord& record, DeadCounts& counts) {
  // It comes from the state of an earlier run, which nobody has checked.
  if (!stores.holds(record)) throw Error(ErrorKind::corrupt, "a document's record leads out of its store");
  HitRecord stored;
  stores.read_hit(record, stored);
  const Document document = restore_document(stored.meta, stored.text, stores.read_body(record));
  const std::string encoded = encode_document(document);
  const EncodedDocument known = decode_document(encoded);
  for (const auto& [term, impact] : known.terms) ++counts.terms[std::string(term)];
  for (const std::string_view term : known.boolean_terms) ++counts.terms[std::string(term)];
  for (const auto& [word, in_title] : known.words) {
    DeadCounts::Word& count = counts.words[std::string(word)];
    ++count.documents;
    count.titles += in_title;
  }
}

}  // namespace signpost
