#include "index/dead_documents.h"

#include "index/encode.h"
#include "index/file_io.h"
#include "index/stored_document.h"

namespace signpost {

void count_dead(const std::string& segment_dir, const DocRecord& record, DeadCounts& counts) {
  const RandomFile store(store_path(segment_dir, record.store_file));
  const size_t meta_at = record.forward_size;
  const size_t text_at = meta_at + record.meta_size;
  const size_t body_at = text_at + record.text_size;
  std::string bytes;
  store.read(record.store_offset, body_at + record.body_size, bytes);
  const std::string_view stored = bytes;
  const Document document =
      restore_document(stored.substr(meta_at, record.meta_size), stored.substr(text_at, record.text_size),
                       stored.substr(body_at));
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
