// program_build.cc - tells one build of the program from another.
#include "indexer/program_build.h"

#include <link.h>
#include <sys/stat.h>

#include <cstring>

namespace signpost {
namespace {

// The note of type NT_GNU_BUILD_ID in one segment of notes (elf(5)).
std::string build_id_in(const char* notes, size_t size) {
  constexpr size_t kAlign = 4;
  const auto padded = [](size_t n) { return (n + kAlign - 1) / kAlign * kAlign; };
  while (size >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header;
    std::memcpy(&header, notes, sizeof header);
    const size_t content = sizeof header + padded(header.n_namesz);
    const size_t whole = content + padded(header.n_descsz);
    if (whole > size) break;
    const bool gnu =
        header.n_namesz == sizeof "GNU" && std::memcmp(notes + sizeof header, "GNU", sizeof "GNU") == 0;
    if (gnu && header.n_type == NT_GNU_BUILD_ID) return {notes + content, header.n_descsz};
    notes += whole;
    size -= whole;
  }
  return "";
}

// The first object is the program itself.
int read_build_id(dl_phdr_info* object, size_t, void* result) {
  auto& id = *static_cast<std::string*>(result);
  for (int i = 0; i < object->dlpi_phnum && id.empty(); ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    id = build_id_in(reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr), segment.p_memsz);
  }
  return 1;
}

}  // namespace

std::string program_build() {
  std::string id;
  ::dl_iterate_phdr(read_build_id, &id);
  if (!id.empty()) return id;
  struct stat info {};
  ::stat("/proc/self/exe", &info);
  return std::to_string(info.st_size) + "/" + std::to_string(info.st_mtim.tv_sec) + "." +
         std::to_string(info.st_mtim.tv_nsec);
}

}  // namespace signpost
