// store_files.cc - the parts of a document follow each other: forward index, meta, text, structure,
// body, card.
#include "index/store_files.h"

#include "base/error.h"

namespace signpost {

StoreFiles::StoreFiles(const std::string& generation_dir, const std::vector<Segment>& segments) {
  for (const Segment& segment : segments) {
    for (uint32_t i = 0; i < segment.stores; ++i) {
      files_.push_back(std::make_unique<RandomFile>(store_path(generation_dir + "/" + segment.path, i)));
      sizes_.push_back(files_.back()->size());
    }
  }
}

bool StoreFiles::holds(const DocRecord& r) const {
  if (r.store_file >= files_.size() || r.store_offset > sizes_[r.store_file]) return false;
  const uint64_t parts =
      uint64_t{r.forward_size} + r.text_size + r.meta_size + r.structure_size + r.body_size + r.card_size;
  return parts <= sizes_[r.store_file] - r.store_offset;
}

const RandomFile& StoreFiles::file(const DocRecord& record) const {
  if (record.store_file >= files_.size())
    throw Error(ErrorKind::corrupt, "a document names a store that is not there");
  return *files_[record.store_file];
}

void StoreFiles::read_forward(const DocRecord& r, std::string& out) const {
  file(r).read(r.store_offset, r.forward_size, out);
}

void StoreFiles::read_hit(const DocRecord& r, HitRecord& out) const {
  file(r).read(r.store_offset, size_t{r.forward_size} + r.meta_size + r.text_size, out.bytes);
  const std::string_view bytes = out.bytes;
  out.forward = bytes.substr(0, r.forward_size);
  out.meta = bytes.substr(r.forward_size, r.meta_size);
  out.text = bytes.substr(size_t{r.forward_size} + r.meta_size);
}

void StoreFiles::read_rest(const DocRecord& r, HitRecord& out) const {
  file(r).read(r.store_offset + r.forward_size, size_t{r.meta_size} + r.text_size, out.bytes);
  const std::string_view bytes = out.bytes;
  out.forward = {};
  out.meta = bytes.substr(0, r.meta_size);
  out.text = bytes.substr(r.meta_size);
}

void StoreFiles::read_texts(const DocRecord& r, TextRecord& out) const {
  const size_t size = size_t{r.meta_size} + r.text_size + r.structure_size;
  file(r).read(r.store_offset + r.forward_size, size, out.bytes);
  const std::string_view bytes = out.bytes;
  out.meta = bytes.substr(0, r.meta_size);
  out.text = bytes.substr(r.meta_size, r.text_size);
  out.structure = bytes.substr(size_t{r.meta_size} + r.text_size);
}

std::string StoreFiles::read_meta(const DocRecord& r) const {
  std::string bytes;
  file(r).read(r.store_offset + r.forward_size, r.meta_size, bytes);
  return bytes;
}

std::string StoreFiles::read_body(const DocRecord& r) const {
  std::string bytes;
  const uint64_t before = uint64_t{r.forward_size} + r.meta_size + r.text_size + r.structure_size;
  file(r).read(r.store_offset + before, r.body_size, bytes);
  return bytes;
}

std::string StoreFiles::read_card(const DocRecord& r) const {
  std::string bytes;
  if (r.card_size == 0) return bytes;
  const uint64_t before =
      uint64_t{r.forward_size} + r.meta_size + r.text_size + r.structure_size + r.body_size;
  file(r).read(r.store_offset + before, r.card_size, bytes);
  return bytes;
}

}  // namespace signpost
