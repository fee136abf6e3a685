# SPDX-License-Identifier: Apache-2.0
# The package files: find_package(charter) offers charter::core, charter::charter, charter::sqlite, charter::analysis,
# charter::testing.
include(CMakePackageConfigHelpers)
set(charter_package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/charter")

configure_package_config_file(cmake/charterConfig.cmake.in "${PROJECT_BINARY_DIR}/charterConfig.cmake"
  INSTALL_DESTINATION "${charter_package_folder}" NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor release may change the API.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/charterConfigVersion.cmake" COMPATIBILITY SameMinorVersion)

install(EXPORT charterTargets NAMESPACE charter:: DESTINATION "${charter_package_folder}")
install(FILES "${PROJECT_BINARY_DIR}/charterConfig.cmake" "${PROJECT_BINARY_DIR}/charterConfigVersion.cmake"
  DESTINATION "${charter_package_folder}")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
